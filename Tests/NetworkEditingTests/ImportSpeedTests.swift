import DateLiterals
import NetworkEditing
import ReferralGraph
import SourceReaders
import Testing

@Suite("Large imports")
struct ImportSpeedTests {
    private func records(contacts: Int, talks: Int) -> SourceRecords {
        var records = SourceRecords(format: .linkedIn, path: "archive.zip")
        records.asOf = CalendarDay("2026-03-01")
        records.contacts = (0..<contacts).map { number in
            contact(
                "Given\(number % 97) Family\(number)", "person-\(number)", email: "p\(number)@example.com",
                company: "Company \(number % 300) Inc.", title: "Engineer", isAcquaintance: true)
        }
        records.talks = (0..<talks).map { number in
            TalkRecord(
                id: "message-\(number)", date: Timestamp(CalendarDay(number: 19_000 + number % 1000)),
                sender: number % 2 == 0 ? nil : number % contacts, others: [number % contacts],
                channel: .message,
                thread: "thread-\(number % contacts)", subject: "Subject",
                place: SourcePlace(file: "messages.csv", line: number))
        }
        return records
    }

    @Test("Ten times the records take no more than about ten times as long")
    func nearlyLinear() {
        func duration(_ scale: Int) -> Duration {
            let records = records(contacts: 200 * scale, talks: 2000 * scale)
            return (0..<3).map { _ in
                var network = emptyNetwork()
                return ContinuousClock().measure { NetworkImport.apply(records, to: &network, today: today) }
            }.min()!
        }
        let (small, large) = (duration(1), duration(10))
        #expect(large < small * 40, "\(small) and \(large)")
        print("200 contacts with 2,000 talks in \(small), ten times as many in \(large)")
    }
}
