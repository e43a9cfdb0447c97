import DateLiterals
import NetworkEditing
import ReboundTestSupport
import ReferralGraph
import Testing

/// Today is Saturday, 21 November 2026.
@Suite("Days as people say them")
struct DayWordsTests {
    private let today: CalendarDay = "2026-11-21"

    private func past(_ words: String, today: CalendarDay? = nil) throws -> CalendarDay {
        try CalendarDay(words: words, relativeTo: today ?? self.today, leaning: .past)
    }

    private func future(_ words: String, today: CalendarDay? = nil) throws -> CalendarDay {
        try CalendarDay(words: words, relativeTo: today ?? self.today, leaning: .future)
    }

    @Test(
        "Words that mean one day, whichever way they lean",
        arguments: [
            ("today", "2026-11-21"), ("Yesterday", "2026-11-20"), (" TOMORROW ", "2026-11-22"),
            ("2026-11-03", "2026-11-03"), ("2031-01-01", "2031-01-01"), ("last friday", "2026-11-20"),
            ("last saturday", "2026-11-14"), ("next saturday", "2026-11-28"), ("next mon", "2026-11-23"),
            ("3 days ago", "2026-11-18"), ("a week ago", "2026-11-14"), ("one month ago", "2026-10-21"),
            ("in 2 weeks", "2026-12-05"), ("in a day", "2026-11-22"), ("in 3 months", "2027-02-21"),
            ("2 years ago", "2024-11-21"), ("0 days ago", "2026-11-21"), ("3 Nov 2025", "2025-11-03"),
            ("Nov 3, 2025", "2025-11-03"), ("november 3rd 2025", "2025-11-03"),
            ("1st Sept. 2026", "2026-09-01"), ("29 Feb 2028", "2028-02-29"),
            ("03.11.2026", "2026-11-03"), ("3.11.26", "2026-11-03"), ("3/20/2026", "2026-03-20"),
            ("20/3/2026", "2026-03-20"), ("11/11/2025", "2025-11-11"), ("ｔｏｄａｙ", "2026-11-21"),
        ] as [(String, CalendarDay)])
    func plain(words: String, day: CalendarDay) throws {
        #expect(try past(words) == day)
        #expect(try future(words) == day)
    }

    @Test(
        "A weekday, or a day without a year, leans to the past for records and to the future for plans",
        arguments: [
            ("monday", "2026-11-16", "2026-11-23"), ("Sat", "2026-11-21", "2026-11-21"),
            ("sunday", "2026-11-15", "2026-11-22"), ("thurs", "2026-11-19", "2026-11-26"),
            ("3 Nov", "2026-11-03", "2027-11-03"), ("Nov 21", "2026-11-21", "2026-11-21"),
            ("22 november", "2025-11-22", "2026-11-22"), ("29 feb", "2024-02-29", "2028-02-29"),
            ("27.3.", "2026-03-27", "2027-03-27"), ("27.3", "2026-03-27", "2027-03-27"),
            ("3/20", "2026-03-20", "2027-03-20"), ("20/12", "2025-12-20", "2026-12-20"),
        ] as [(String, CalendarDay, CalendarDay)])
    func leaning(words: String, before: CalendarDay, after: CalendarDay) throws {
        #expect(try past(words) == before)
        #expect(try future(words) == after)
    }

    @Test("Of a day that may lie on either side the nearest is meant, and the last of a weekday")
    func nearest() throws {
        for (words, day) in [
            ("3 Nov", "2026-11-03"), ("22 november", "2026-11-22"), ("1.2.", "2027-02-01"),
            ("1 Jun", "2026-06-01"), ("monday", "2026-11-16"), ("next monday", "2026-11-23"),
        ] as [(String, CalendarDay)] {
            #expect(try CalendarDay(words: words, relativeTo: today, leaning: .nearest) == day)
        }
    }

    @Test("What fits two days or more is not guessed: the answer names them")
    func ambiguous() throws {
        #expect(throws: EditError.ambiguousDay("3/4", "2026-03-04", "2026-04-03")) { try past("3/4") }
        #expect(
            EditError.ambiguousDay("3/4", "2026-03-04", "2026-04-03").explanation
                == "“3/4” can be 2026-03-04 (4 Mar) or 2026-04-03 (3 Apr); write the one you mean")
        let (lastWeek, nextMonth) = (
            EditError.severalDays("last week", from: "2026-11-09", to: "2026-11-13"),
            EditError.severalDays("next month", from: "2026-12-01", to: "2026-12-31")
        )
        #expect(throws: lastWeek) { try past("last week") }
        #expect(throws: nextMonth) { try future("next month") }
        #expect(
            lastWeek.explanation
                == "“last week” is more than one day; write one of them, from 2026-11-09 (Monday) to 2026-11-13 (Friday)"
        )
        #expect(throws: EditError.severalDays("next week", from: "2026-11-23", to: "2026-11-27")) {
            try Timestamp(words: "next week", relativeTo: "2026-11-21T10:00", leaning: .past)
        }
    }

    @Test("A number of days lies ahead where a plan is asked for")
    func numbers() throws {
        #expect(try future("30 days") == "2026-12-21")
        #expect(try future("a week") == "2026-11-28")
    }

    @Test("Days from one to another")
    func ranges() throws {
        func days(_ words: String) throws -> ClosedRange<CalendarDay> {
            try DayWords.days(words, relativeTo: today, leaning: .nearest)
        }
        #expect(try days("29 oct to 2 nov") == "2026-10-29"..."2026-11-02")
        #expect(try days("24 dec - 1 jan") == "2026-12-24"..."2027-01-01")
        #expect(try days("29.10.2026") == "2026-10-29"..."2026-10-29")
        for words in ["to 2 nov", "29 oct to", "2026-11-02 to 2026-10-29", "a to b to c"] {
            #expect(throws: EditError.self) { try days(words) }
        }
    }

    @Test("Months that are too short, leap days, and the turn of the year")
    func edges() throws {
        #expect(try past("1 month ago", today: "2026-03-31") == "2026-02-28")
        #expect(try past("1 month ago", today: "2024-03-31") == "2024-02-29")
        #expect(try future("in 1 year", today: "2024-02-29") == "2025-02-28")
        #expect(try future("in 4 years", today: "2024-02-29") == "2028-02-29")
        #expect(try past("yesterday", today: "2027-01-01") == "2026-12-31")
        #expect(try past("friday", today: "2027-01-01") == "2027-01-01")
        #expect(try past("thursday", today: "2027-01-01") == "2026-12-31")
        #expect(try future("in 2 months", today: "2026-12-31") == "2027-02-28")
        #expect(try past("31 Dec", today: "2027-01-01") == "2026-12-31")
        #expect(try future("1 Jan", today: "2026-12-31") == "2027-01-01")
        // There was none between 1896 and 1904.
        #expect(try past("29 feb", today: "1903-12-31") == "1896-02-29")
    }

    @Test(
        "Everything else is refused with the forms there are",
        arguments: [
            "", " ", "someday", "2026-02-30", "31 Nov 2026", "0 Nov", "3 Nov 26", "11/3/26x", "31/31",
            "in days", "three days ago", "-3 days ago", "3 days", "99999 days ago", "9999 years ago",
            "in 9999 years", "last day", "next 3", "yesterday 8:30", "a b c d", "２０２６-11-03x", "٣ days ago",
        ])
    func refused(words: String) {
        #expect(throws: EditError.unreadableDay(words)) { try past(words) }
        #expect(EditError.unreadableDay(words).explanation.contains("3 days ago"))
    }

    @Test(
        "A moment is a day with a time of the zone of now",
        arguments: [
            ("today", "2026-11-21"), ("yesterday 8:30", "2026-11-20T08:30-06:00"),
            ("8:30", "2026-11-21T08:30-06:00"), ("monday at 17:05", "2026-11-16T17:05-06:00"),
            ("3 Nov 5pm", "2026-11-03T17:00-06:00"), ("3 days ago at 8:15 am", "2026-11-18T08:15-06:00"),
            ("12 am", "2026-11-21T00:00-06:00"), ("today 12:30 PM", "2026-11-21T12:30-06:00"),
            ("2026-11-03 08:30", "2026-11-03T08:30-06:00"), ("2026-11-03T08:30", "2026-11-03T08:30"),
            ("2026-11-03t08:30z", "2026-11-03T08:30Z"), ("now", "2026-11-21T10:00-06:00"),
        ] as [(String, Timestamp)])
    func moments(words: String, moment: Timestamp) throws {
        let now: Timestamp = "2026-11-21T10:00-06:00"
        #expect(try Timestamp(words: words, relativeTo: now, leaning: .past) == moment)
    }

    @Test(
        "A time that no clock shows is refused",
        arguments: ["24:00", "8:60", "13 pm", "0am", "8", "today at", "8:3", "pm", "yesterday 8:30 9:30"])
    func noMoments(words: String) {
        #expect(throws: EditError.unreadableDay(words)) {
            try Timestamp(words: words, relativeTo: "2026-11-21T10:00", leaning: .past)
        }
    }

    @Test("Hostile text is refused, not obeyed")
    func hostile() {
        for text in HostileText.all {
            #expect(throws: EditError.unreadableDay(text)) { try past(text) }
            #expect(throws: EditError.unreadableDay(text)) {
                try Timestamp(words: text, relativeTo: "2026-11-21T10:00", leaning: .future)
            }
        }
    }

    @Test("Every day is read back from what it is called", arguments: 0..<40 as Range<UInt64>)
    func everyDay(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<50 {
            let today = CalendarDay(number: Int(random.next() % 60_000))
            let day = today + (Int(random.next() % 2000) - 1000)
            #expect(try past(day.description, today: today) == day)
            #expect(try future("\(day.shortWords) \(day.parts.year)", today: today) == day)
            let distance = today - day
            let words = distance >= 0 ? "\(distance) days ago" : "in \(-distance) days"
            #expect(try past(words, today: today) == day)

            let weekday = "\(day.weekday)"
            let (last, next) = (try past(weekday, today: today), try future(weekday, today: today))
            #expect(last.weekday == day.weekday && next.weekday == day.weekday)
            #expect((0..<7).contains(today - last) && (0..<7).contains(next - today))
            #expect((1...7).contains(today - (try past("last \(weekday)", today: today))))
            #expect((1...7).contains((try past("next \(weekday)", today: today)) - today))

            let (before, after) = (
                try past(day.shortWords, today: today), try future(day.shortWords, today: today)
            )
            #expect(before <= today && today <= after)
            #expect(before.shortWords == day.shortWords && after.shortWords == day.shortWords)
        }
    }

    @Test("Words in any order give a day or a refusal, and never fall", arguments: 0..<40 as Range<UInt64>)
    func anyWords(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let words =
            ["last", "next", "in", "ago", "a", "3", "29", "2026", "9999", "feb", "monday", "days", "months"]
            + ["years", "8:30", "pm", "at", "today", "2026-11-03", "0", "1st", ",", "th", ":", "am", "é"]
        for _ in 0..<300 {
            let text = (0..<Int(1 + random.next() % 4)).map { _ in
                words[Int(random.next() % UInt64(words.count))]
            }.joined(separator: " ")
            for leaning in DayWords.Leaning.allCases {
                let day = try? CalendarDay(words: text, relativeTo: today, leaning: leaning)
                if let day { #expect((1...9999).contains(day.parts.year)) }
                _ = try? Timestamp(words: text, relativeTo: "2026-11-21T10:00+14:00", leaning: leaning)
            }
        }
    }
}
