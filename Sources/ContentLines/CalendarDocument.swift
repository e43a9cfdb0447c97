private import CCalendar
internal import Foundations
package import ReferralGraph

/// An iCalendar document (RFC 5545) while it is written by libical.
package struct CalendarDocument: ~Copyable {
    private let handle: OpaquePointer

    /// One entry, an event or a to-do.
    package struct Entry: Equatable {
        package var uid: String
        package var sequence: Int
        package var summary: String
        package var description: String
        package var categories: [String]
        package var time: Time

        package init(
            uid: String, sequence: Int, summary: String, description: String, categories: [String], time: Time
        ) {
            self.uid = uid
            self.sequence = sequence
            self.summary = summary
            self.description = description
            self.categories = categories
            self.time = time
        }
    }

    /// When an entry takes place.
    package enum Time: Equatable {
        /// All day, in whichever zone one is.
        case day(CalendarDay)
        /// From one moment to another: without an offset in whichever zone one is, else written as UTC.
        case span(Timestamp, Timestamp)
    }

    /// - Parameter library: What is loaded in place of libical; `nil` for libical.
    /// - Throws: ``CalendarError/libraryMissing(_:)``.
    package init(name: String, library: String? = nil) throws(CalendarError) {
        guard let handle = rebound_calendar_open(library, "-//Rebound//Due steps//EN", name) else {
            throw .libraryMissing(library ?? OptionalLibrary.libical.file)
        }
        self.handle = handle
    }

    deinit { rebound_calendar_close(handle) }

    /// Adds an entry.
    /// - Parameter stamp: When the entry was made, for `DTSTAMP`.
    package func add(_ entry: Entry, asToDo: Bool, stamp: Timestamp) {
        if asToDo {
            rebound_calendar_begin_todo(handle)
        } else if case .day = entry.time {
            rebound_calendar_begin_event(handle, false)
        } else {
            rebound_calendar_begin_event(handle, true)
        }
        rebound_calendar_add_text(handle, REBOUND_CALENDAR_UID, entry.uid)
        rebound_calendar_add_time(handle, REBOUND_CALENDAR_DTSTAMP, Self.utc(stamp))
        rebound_calendar_add_sequence(handle, Int32(clamping: entry.sequence))
        switch entry.time {
        case .day(let day):
            add(day: day, as: asToDo ? REBOUND_CALENDAR_DUE : REBOUND_CALENDAR_DTSTART)
        case .span(let start, let end):
            rebound_calendar_add_time(handle, REBOUND_CALENDAR_DTSTART, Self.moment(start))
            rebound_calendar_add_time(
                handle, asToDo ? REBOUND_CALENDAR_DUE : REBOUND_CALENDAR_DTEND, Self.moment(end))
        }
        rebound_calendar_add_text(handle, REBOUND_CALENDAR_SUMMARY, entry.summary)
        rebound_calendar_add_text(handle, REBOUND_CALENDAR_DESCRIPTION, entry.description)
        for category in entry.categories {
            rebound_calendar_add_text(handle, REBOUND_CALENDAR_CATEGORIES, category)
        }
    }

    /// The text, lines folded at 75 octets and ended with CRLF.
    /// - Throws: ``CalendarError/outOfMemory``.
    package func text() throws(CalendarError) -> String {
        guard let text = rebound_calendar_written(handle) else { throw .outOfMemory }
        return String(cString: text)
    }

    private func add(day: CalendarDay, as property: rebound_calendar_time) {
        rebound_calendar_add_time(handle, property, Self.fields(of: day, isDay: true))
    }

    private static func moment(_ time: Timestamp) -> rebound_calendar_moment {
        guard time.utcOffsetMinutes == nil else { return utc(time) }
        var fields = fields(of: time.day, isDay: false)
        set(&fields, secondOfDay: time.secondOfDay ?? 0)
        return fields
    }

    private static func utc(_ time: Timestamp) -> rebound_calendar_moment {
        let seconds = time.secondsSinceEpoch
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        var fields = fields(of: CalendarDay(number: day), isDay: false)
        fields.is_utc = true
        set(&fields, secondOfDay: seconds - day * 86_400)
        return fields
    }

    private static func fields(of day: CalendarDay, isDay: Bool) -> rebound_calendar_moment {
        let (year, month, day) = day.parts
        var fields = rebound_calendar_moment()
        fields.year = Int32(clamping: year)
        fields.month = Int32(month)
        fields.day = Int32(day)
        fields.is_day = isDay
        return fields
    }

    private static func set(_ fields: inout rebound_calendar_moment, secondOfDay: Int) {
        fields.hour = Int32(secondOfDay / 3600)
        fields.minute = Int32(secondOfDay / 60 % 60)
        fields.second = Int32(secondOfDay % 60)
    }
}
