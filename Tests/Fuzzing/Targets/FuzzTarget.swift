import Foundations
import MailFiles
import NetworkEditing
import NetworkFiles
import ReferralGraph
import SourceReaders

/// What is fuzzed: a reader that must take any bytes without crashing, and whose results must keep a law.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case csv
    case networkJSON = "network-json"
    case vCard = "vcard"
    case calendar
    case cardFile = "card-file"
    case mailThreads = "mail-threads"
    case mailMeaning = "mail-meaning"
    case dates

    /// Reads `bytes` and checks the laws; a broken one ends the process.
    public func run(_ bytes: [UInt8]) {
        switch self {
        case .csv: readCSV(bytes)
        case .networkJSON: readNetwork(bytes)
        case .vCard: readCards(bytes)
        case .calendar: readCalendar(bytes)
        case .cardFile: changeCards(bytes)
        case .mailThreads: buildThreads(bytes)
        case .mailMeaning: readMeaning(bytes)
        case .dates: readDates(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Every cell of a table can be asked for.
    private func readCSV(_ bytes: [UInt8]) {
        let (document, diagnostics) = CSVDocument.read(bytes: bytes, file: "fuzz.csv")
        precondition(document != nil || !diagnostics.isEmpty, "no table and no word why")
        guard let document else { return }
        for row in document.rows {
            for column in 0..<row.count { _ = document.text(row, column) }
        }
    }

    /// What is read can be written and read again as the same.
    private func readNetwork(_ bytes: [UInt8]) {
        let result = NetworkJSONReader.read(bytes: bytes, file: "fuzz.json", asOf: nil)
        for diagnostic in result.diagnostics { precondition(!diagnostic.description.isEmpty) }
        guard let network = result.network else {
            precondition(!result.diagnostics.isEmpty, "no network and no word why")
            return
        }
        let written = NetworkJSONWriter.bytes(of: network)
        let again = NetworkJSONReader.read(bytes: written, file: "again.json", asOf: nil)
        precondition(again.network == network, "a network changed on its way through a file")
    }

    /// Someone is read, or it is said why not; what is read can be brought into a network that stays valid.
    private func readCards(_ bytes: [UInt8]) {
        let records = VCardReader.read(bytes: bytes, file: "fuzz.vcf")
        precondition(!records.contacts.isEmpty || records.hasErrors, "nobody, and no word why")
        // An import takes a hundred times as long as the reading, so only short inputs go all the way.
        guard bytes.count <= 300 else { return }
        let today = CalendarDay(number: 20_000)
        var network = ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Me")])
        NetworkImport.apply(records, to: &network, today: today)
        precondition(!network.issues().contains(where: \.isError), "the import left a network with errors")
        let once = network
        NetworkImport.apply(records, to: &network, today: today)
        precondition(network == once, "the same cards once more changed the network")
    }

    /// Talks are read, or it is said why not; what is read can be brought into a network that stays valid, and once more
    /// changes nothing.
    private func readCalendar(_ bytes: [UInt8]) {
        var options = SourceOptions()
        options.owners = ["me@home.example"]
        options.now = Timestamp(CalendarDay(number: 20_000), secondOfDay: 36_000, utcOffsetMinutes: 0)
        let records = CalendarReader.read(bytes: bytes, file: "fuzz.ics", options: options)
        let isOwn = records.tallies.flatMap(\.skipped).contains { $0.reason.contains("Rebound exported") }
        precondition(!records.talks.isEmpty || records.hasErrors || isOwn, "no talk, and no word why")
        for diagnostic in records.diagnostics { precondition(!diagnostic.description.isEmpty) }
        guard bytes.count <= 800, !records.hasErrors else { return }
        let today = CalendarDay(number: 20_000)
        var network = ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Me")])
        NetworkImport.apply(records, to: &network, today: today)
        precondition(!network.issues().contains(where: \.isError), "the import left a network with errors")
        let once = network
        NetworkImport.apply(records, to: &network, today: today)
        precondition(network == once, "the same calendar once more changed the network")
    }

    /// A file of cards without changes stays as it is, and with one has every other byte still.
    private func changeCards(_ bytes: [UInt8]) {
        let file = CardFile(bytes: bytes, file: "fuzz.vcf")
        precondition(file.bytes(changing: [:]) == bytes, "a file changed without a change")
        let line = Array("X-NEW:1\r\n".utf8)
        var change = CardFile.Change()
        change.added = line
        for number in file.cards.indices {
            let changed = file.bytes(changing: [number: change])
            guard changed != bytes else { continue }
            precondition(changed.count == bytes.count + line.count, "more than a line changed")
            let again = CardFile(bytes: changed, file: "fuzz.vcf")
            precondition(again.cards.map(\.uid) == file.cards.map(\.uid), "other cards than before")
        }
    }

    /// What is recognised rests on sentences of the mail, and a machine's answer is never a no. The first line is the subject.
    private func readMeaning(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
        let subject = String(decoding: parts[0], as: UTF8.self)
        let text = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
        let meaning = MailMeaning(MailClues(subject: subject, text: text))
        let isSure = [.rejection, .invitation, .receipt].contains(meaning.kind)
        precondition(!isSure || !meaning.sentences.isEmpty, "a meaning without a sentence that says so")
        precondition(!isSure || meaning.language != nil, "a sentence in no language")
        let automatic = MailMeaning(MailClues(subject: subject, text: text, isAutomaticAnswer: true))
        precondition(automatic.kind != .rejection && automatic.kind != .invitation, "a machine decided")
        let silent = MailMeaning(MailClues(subject: "", text: ""))
        precondition(silent.kind == .other, "nothing means something")
    }

    /// Messages are in one thread only if a chain of references leads from one to the other, no one is their own ancestor,
    /// and the order of the mailbox does not matter. Each byte is a message with an id of its own, or refers the last one
    /// to an earlier or later id.
    private func buildThreads(_ bytes: [UInt8]) {
        var messages: [MailThreads<UInt8>.Message] = []
        for byte in bytes.prefix(300) {
            if byte & 0x80 == 0 {
                if messages.contains(where: { $0.id == byte }) { continue }
                messages.append(.init(id: byte, references: []))
            } else if let last = messages.indices.last, messages[last].references.count < 12 {
                let references = messages[last].references + [byte & 0x7F]
                messages[last] = .init(id: messages[last].id, references: references)
            }
        }
        let threads = MailThreads(messages)
        precondition(threads.roots.count == messages.count && threads.parents.count == messages.count)
        for (position, parent) in threads.parents.enumerated() {
            var (ancestor, steps) = (parent, 0)
            while let next = ancestor {
                precondition(next != position && steps <= messages.count, "a circle")
                precondition(threads.roots[next] == threads.roots[position], "a parent in another thread")
                (ancestor, steps) = (threads.parents[next], steps + 1)
            }
        }
        // A slow second opinion: spread the smallest id over everything that is connected.
        var label: [UInt8: UInt8] = [:]
        for message in messages {
            for id in [message.id] + message.references { label[id] = id }
        }
        var isDone = false
        while !isDone {
            isDone = true
            for message in messages {
                let ids = [message.id] + message.references
                let least = ids.map { label[$0]! }.min()!
                for id in ids where label[id]! != least {
                    label[id] = least
                    isDone = false
                }
            }
        }
        for (left, first) in messages.enumerated() {
            for (right, second) in messages.enumerated().dropFirst(left + 1)
            where threads.roots[left] == threads.roots[right] {
                precondition(label[first.id] == label[second.id], "a thread that no references make")
            }
        }
        let reversed = MailThreads(messages.reversed())
        precondition(threads.roots == reversed.roots.reversed(), "other threads in another order")
    }

    /// A day or moment that is read is written as it was, but for zero seconds and zero offsets; words are read or
    /// refused.
    private func readDates(_ text: String) {
        if let day = CalendarDay(text) { precondition(day.description == text, "\(text) became \(day)") }
        if let moment = Timestamp(text) {
            precondition(Timestamp(moment.description) == moment, "\(text) became \(moment)")
        }
        let now = Timestamp(CalendarDay(number: 20_000), secondOfDay: 36_000, utcOffsetMinutes: 60)
        for leaning in DayWords.Leaning.allCases {
            guard let day = try? CalendarDay(words: text, relativeTo: now.day, leaning: leaning) else {
                continue
            }
            precondition((1...9999).contains(day.parts.year), "\(text) became \(day)")
            let again = try? CalendarDay(words: day.description, relativeTo: now.day, leaning: leaning)
            precondition(again == day, "\(day) is read as another day")
        }
        _ = try? Timestamp(words: text, relativeTo: now, leaning: .past)
        if let pattern = DatePattern(text), let day = pattern.day(text) { _ = day.description }
    }
}
