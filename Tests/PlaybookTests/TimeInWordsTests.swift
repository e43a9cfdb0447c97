import Playbook
import ReferralGraph
import Testing

@Suite("Lengths of time in words")
struct TimeInWordsTests {
    @Test(arguments: [
        (0, "0 days"), (1, "a day"), (2, "2 days"), (7, "a week"), (10, "10 days"), (14, "two weeks"),
        (15, "15 days"), (21, "three weeks"), (28, "four weeks"), (30, "a month"), (31, "31 days"),
        (60, "two months"), (90, "three months"), (180, "half a year"), (181, "181 days"), (365, "a year"),
        (730, "two years"), (3_650, "ten years"),
    ])
    func length(days: Int, words: String) { #expect(TimeInWords.length(ofDays: days) == words) }

    @Test(arguments: [
        (0, "every day"), (1, "every day"), (7, "once a week"), (10, "every 10 days"),
        (14, "every two weeks"), (21, "every three weeks"), (30, "once a month"), (45, "every 45 days"),
        (60, "every two months"), (180, "every six months"), (365, "once a year"),
    ])
    func frequency(days: Int, words: String) { #expect(TimeInWords.frequency(everyDays: days) == words) }

    @Test func adjectives() {
        #expect(TimeInWords.adjective(everyDays: 30) == "monthly")
        #expect(TimeInWords.adjective(everyDays: 7) == "weekly")
        #expect(TimeInWords.adjective(everyDays: 1) == "daily")
        #expect(TimeInWords.adjective(everyDays: 365) == "yearly")
        for days in [0, 2, 14, 31, 45, 60] { #expect(TimeInWords.adjective(everyDays: days) == nil) }
    }

    @Test func times() {
        #expect((1...4).map(TimeInWords.times) == ["once", "twice", "three times", "four times"])
        #expect(TimeInWords.times(13) == "13 times")
    }
}
