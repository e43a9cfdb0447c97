/// When something happened: a day, and where it is known the time of that day and its offset from UTC.
///
/// A time without an offset is taken as UTC. A bare day counts as the beginning of that day, and before every
/// timed moment of it.
public struct Timestamp: Hashable, Sendable {
    /// The day as written, in the zone of `utcOffsetMinutes`.
    public let day: CalendarDay
    /// Seconds since midnight, 0 ..< 86,400; `nil` when only the day is known.
    public var secondOfDay: Int? { second < 0 ? nil : Int(second) }
    /// Minutes east of UTC, -1,439 ... 1,439; `nil` when none was given.
    public var utcOffsetMinutes: Int? { offset == .min ? nil : Int(offset) }

    // As small as they go: a network holds tens of thousands of these.
    private let second: Int32
    private let offset: Int16

    /// A bare day.
    public init(_ day: CalendarDay) {
        self.day = day
        second = -1
        offset = .min
    }

    /// A day with a time.
    /// - Precondition: `secondOfDay` in 0 ..< 86,400, `utcOffsetMinutes` within a day.
    public init(_ day: CalendarDay, secondOfDay: Int, utcOffsetMinutes: Int? = nil) {
        precondition((0..<86_400).contains(secondOfDay) && abs(utcOffsetMinutes ?? 0) < 1440)
        self.day = day
        second = Int32(secondOfDay)
        offset = utcOffsetMinutes.map(Int16.init) ?? .min
    }

    /// Reads `2026-03-04`, `2026-03-04T08:30`, with seconds, and with `Z` or `+01:00`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let timestamp = text.withUTF8({ Self(utf8: $0[...]) }) else { return nil }
        self = timestamp
    }

    private init?(utf8 bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        guard bytes.count >= 10, let day = CalendarDay(utf8: bytes[..<10]) else { return nil }
        if bytes.count == 10 {
            self.init(day)
            return
        }
        guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            let hour = CalendarDay.digits(bytes[11..<13]), hour < 24,
            let minute = CalendarDay.digits(bytes[14..<16]), minute < 60
        else { return nil }
        var second = 0
        var rest = bytes[16...]
        if rest.first == UInt8(ascii: ":") {
            guard rest.count >= 3, let value = CalendarDay.digits(rest.dropFirst().prefix(2)), value < 60
            else { return nil }
            second = value
            rest = rest.dropFirst(3)
        }
        guard let offset = Self.offset(rest) else { return nil }
        self.init(day, secondOfDay: hour * 3600 + minute * 60 + second, utcOffsetMinutes: offset)
    }

    /// The offset at the end of a timestamp: `.some(nil)` for none, `nil` for nonsense.
    private static func offset(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int?? {
        if bytes.isEmpty { return .some(nil) }
        if bytes.elementsEqual([UInt8(ascii: "Z")]) { return 0 }
        let start = bytes.startIndex
        guard bytes.count == 6, bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-"),
            bytes[start + 3] == UInt8(ascii: ":"),
            let hours = CalendarDay.digits(bytes[start + 1..<start + 3]), hours < 24,
            let minutes = CalendarDay.digits(bytes[start + 4..<start + 6]), minutes < 60
        else { return nil }
        return (bytes[start] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }

    /// The time on its own clock, as `15:00`; `nil` when only the day is known.
    public var timeOfDay: String? {
        secondOfDay.map { "\(zeroPadded($0 / 3600, to: 2)):\(zeroPadded($0 / 60 % 60, to: 2))" }
    }

    /// Seconds since the beginning of 1970 in UTC.
    public var secondsSinceEpoch: Int {
        day.number * 86_400 + (secondOfDay ?? 0) - (utcOffsetMinutes ?? 0) * 60
    }

    /// Days since the beginning of 1970 in UTC, with a fraction: the unit of the ranking model.
    public var daysSinceEpoch: Double { Double(secondsSinceEpoch) / 86_400 }

    /// Whether this is later than `limit`. A bare day as the limit includes the whole of that day.
    public func isLater(than limit: Timestamp) -> Bool {
        limit.secondOfDay == nil ? day > limit.day : secondsSinceEpoch > limit.secondsSinceEpoch
    }
}

extension Timestamp: Comparable {
    /// Orders by instant; of equal instants a bare day comes first.
    public static func < (left: Self, right: Self) -> Bool {
        if left.secondsSinceEpoch != right.secondsSinceEpoch {
            return left.secondsSinceEpoch < right.secondsSinceEpoch
        }
        return (left.secondOfDay ?? -1, left.utcOffsetMinutes ?? -1440)
            < (right.secondOfDay ?? -1, right.utcOffsetMinutes ?? -1440)
    }
}

extension Timestamp: CustomStringConvertible, Codable {
    /// The timestamp as it is read by ``init(_:)-(StringProtocol)``; seconds only when there are any.
    public var description: String {
        guard let secondOfDay else { return day.description }
        let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        var text = "\(day)T\(zeroPadded(hour, to: 2)):\(zeroPadded(minute, to: 2))"
        if second != 0 { text += ":\(zeroPadded(second, to: 2))" }
        switch utcOffsetMinutes {
        case nil: break
        case 0: text += "Z"
        case .some(let offset):
            let size = abs(offset)
            text += "\(offset < 0 ? "-" : "+")\(zeroPadded(size / 60, to: 2)):\(zeroPadded(size % 60, to: 2))"
        }
        return text
    }

    /// Reads the textual form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let timestamp = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time: \(text)")
        }
        self = timestamp
    }

    /// Writes the textual form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
