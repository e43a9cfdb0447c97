import ReboundTestSupport
import ReferralGraph
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00Z", 0), ("1970-01-01T01:00+01:00", 0), ("1969-12-31T14:30-09:30", 0),
        ("2009-02-13T23:31:30Z", 1_234_567_890), ("2009-02-13T23:31:30", 1_234_567_890),
        ("1970-01-02", 86_400), ("1969-12-31T23:59:59Z", -1),
    ])
    func countsSeconds(text: String, seconds: Int) throws {
        let timestamp = try #require(Timestamp(text))
        #expect(timestamp.secondsSinceEpoch == seconds)
        #expect(timestamp.daysSinceEpoch == Double(seconds) / 86_400)
        #expect(timestamp.description == text)
    }

    @Test func canonicalFormLeavesOutZeroSeconds() {
        #expect(Timestamp("2026-03-04T08:30:00+00:00")?.description == "2026-03-04T08:30Z")
        #expect(Timestamp("2026-03-04T08:30-00:00")?.description == "2026-03-04T08:30Z")
    }

    @Test func everyTimestampComesBackFromItsText() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2000 {
            let day = CalendarDay(number: Int(random.unit() * 40_000) - 10_000)
            let offset = random.unit() < 0.3 ? nil : Int(random.unit() * 2879) - 1439
            let second = Int(random.unit() * 86_400)
            let timestamp =
                random.unit() < 0.2
                ? Timestamp(day) : Timestamp(day, secondOfDay: second, utcOffsetMinutes: offset)
            #expect(Timestamp(timestamp.description) == timestamp)
        }
    }

    @Test(arguments: [
        "2026-02-31T08:30", "2026-03-04 08:30", "2026-03-04T8:30", "2026-03-04T24:00", "2026-03-04T08:60",
        "2026-03-04T08:30:60", "2026-03-04T08:30:1", "2026-03-04T08:30z", "2026-03-04T08:30+1:00",
        "2026-03-04T08:30+24:00", "2026-03-04T08:30+01:60", "2026-03-04T08:30+0100", "2026-03-04T08:30ZZ",
        "2026-03-04T08:30.5", "2026-03-04T", "2026-03-04T08", "",
    ])
    func refusesWhatIsNoTime(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func ordersByInstantAndBareDaysFirst() throws {
        let texts = [
            "2026-03-04", "2026-03-04T00:00", "2026-03-04T00:00Z", "2026-03-04T02:00+01:00",
            "2026-03-04T01:30Z", "2026-03-04T00:00-05:00", "2026-03-05",
        ]
        let timestamps = try texts.map { try #require(Timestamp($0)) }
        #expect(timestamps.reversed().sorted() == timestamps)
        for (earlier, later) in zip(timestamps, timestamps.dropFirst()) {
            #expect(earlier < later)
            #expect(!(later < earlier))
        }
    }

    @Test func aBareDayAsTheLimitIncludesAllOfIt() throws {
        let day = try #require(Timestamp("2026-03-04"))
        let evening = try #require(Timestamp("2026-03-04T23:59:59Z"))
        let noon = try #require(Timestamp("2026-03-04T12:00Z"))
        let next = try #require(Timestamp("2026-03-05"))
        #expect(!evening.isLater(than: day))
        #expect(evening.isLater(than: noon))
        #expect(!day.isLater(than: noon))
        #expect(next.isLater(than: day))
        #expect(!noon.isLater(than: noon))
    }
}
