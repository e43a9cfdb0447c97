import Foundation
import Foundations
import NetworkFiles
package import Playbook
package import ReferralAnalysis
package import ReferralGraph

/// The sample networks: one for each article, and the generated ones.
package enum Story {
    private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Samples")

    private static func bytes(_ name: String) throws -> Int {
        try Data(contentsOf: samples.appending(path: "\(name).json")).count
    }

    /// Reads the network of `Samples/<name>.json`.
    package static func network(_ name: String) throws -> ReferralNetwork {
        let result = try NetworkReader.read(path: samples.appending(path: "\(name).json").path, asOf: nil)
        guard result.diagnostics.isEmpty, let network = result.network else { throw Unreadable(name: name) }
        return network
    }

    /// A sample that is not what it should be.
    private struct Unreadable: Error {
        var name: String
    }

    /// The names of the sample networks of up to about a hundred people.
    package static func names() throws -> [String] {
        let folders = ["", "cohort/"]
        return try folders.flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: samples.appending(path: folder).path)
                .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.map {
                    folder + $0.dropLast(5)
                }
        }.filter { try bytes($0) < 100_000 }.sorted()
    }
}

/// A row of a call list, as a story tells it.
package struct Advice: Equatable, CustomStringConvertible {
    package var person: PersonID
    package var rule: Rule
    package var due: CalendarDay
    package var channel: Interaction.Channel?

    package init(_ person: PersonID, _ rule: Rule, due: CalendarDay, by channel: Interaction.Channel?) {
        self.person = person
        self.rule = rule
        self.due = due
        self.channel = channel
    }

    package var description: String { "\(person) \(rule.rawValue) due \(due) by \(channel?.rawValue ?? "-")" }
}

extension NetworkAnalysis {
    /// What is due, in the order of the list.
    package var dueAdvice: [Advice] {
        nextContacts.contacts.filter(\.isDue).map { contact in
            Advice(contact.person, contact.rules[0], due: contact.day, by: contact.action.channel)
        }
    }

    /// Everybody in the list, in order.
    package var listed: [PersonID] { nextContacts.contacts.map(\.person) }

    /// The row of one person.
    package func row(_ person: PersonID) -> NextContact? {
        nextContacts.contacts.first { $0.person == person }
    }

    /// Why one person is left out.
    package func withheld(_ person: PersonID) -> WithheldContact? {
        nextContacts.withheld.first { $0.person == person }
    }

    /// Who stalls, by kind, in order.
    package func stalled(_ kind: StalledThread.Kind) -> [PersonID] {
        stalledThreads.threads(of: kind).map(\.person)
    }

    /// The steps of one rule, the person's when one is named, those not yet due included.
    package func steps(_ rule: Rule, _ person: PersonID? = nil) -> [DueStep] {
        steps.filter { $0.rule == rule && (person == nil || $0.person == person) }
    }
}
