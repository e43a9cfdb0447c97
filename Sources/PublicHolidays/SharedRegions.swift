internal import Synchronization

/// Regions that this process has asked for. A batch asks for the same few in each of thousands of networks, and to make one takes
/// longer than to read a network.
private final class SharedRegions: Sendable {
    static let byCode = SharedRegions()
    static let byZone = SharedRegions()

    /// How many regions are kept: more than networks of many countries need.
    private static let most = 1000
    private let known = Mutex<[String: HolidayRegion]>([:])

    func region(_ key: String, _ make: () -> HolidayRegion?) -> HolidayRegion? {
        if let region = known.withLock({ $0[key] }) { return region }
        guard let region = make() else { return nil }
        known.withLock { known in
            if known.count < Self.most { known[key] = region }
        }
        return region
    }
}

extension HolidayRegion {
    /// The region with a code, in capitals or not, made once in a process; `nil` for an unknown one.
    public static func shared(_ code: String) -> HolidayRegion? {
        SharedRegions.byCode.region(code) { HolidayRegion(code) }
    }

    /// The country in which a time zone lies, made once in a process; `nil` as for ``init(zone:)``.
    public static func shared(zone: String) -> HolidayRegion? {
        SharedRegions.byZone.region(zone) { HolidayRegion(zone: zone) }
    }
}
