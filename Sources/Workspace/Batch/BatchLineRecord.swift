import Foundations
internal import NetworkFiles
import Playbook
import ReferralAnalysis
import ReferralGraph
import Reporting

/// The line that answers a network of a stream: what a batch finds in it, or what is wrong with it.
struct BatchLineRecord: Encodable {
    private let schema = "rebound-batch-record/1"
    /// What the sender calls the network; written as `null` when that could not be read.
    let id: NetworkLineReader.ID?
    let asOf: Timestamp
    let outcome: Outcome

    enum Outcome {
        case answer(BatchAnswer)
        case findings([Finding])
    }

    /// An error in a line. Only what there is to say is written.
    struct Finding: Encodable {
        let kind: String
        let column: Int?
        let path: String?
        let found: String
        let expected: String
        let hint: String?

        init(_ diagnostic: Diagnostic) {
            kind = diagnostic.identifier.rawValue
            column = diagnostic.column
            path = diagnostic.path.isEmpty ? nil : diagnostic.path
            found = diagnostic.found
            expected = diagnostic.expected
            hint = diagnostic.hint.isEmpty ? nil : diagnostic.hint
        }

        /// A network without errors that still cannot be analyzed.
        init(notAnalyzable reason: String) {
            (kind, column, path, hint) = ("not-analyzable", nil, nil, nil)
            (found, expected) = (reason, "a network that can be analyzed")
        }
    }

    private enum Key: CodingKey {
        case schema, id, asOf, entry, next, stalled, error, findings
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(id, forKey: .id)
        switch outcome {
        case .answer(let answer):
            try container.encode(asOf, forKey: .asOf)
            try container.encode(answer.entry, forKey: .entry)
            try container.encode(answer.next, forKey: .next)
            try container.encode(answer.stalled, forKey: .stalled)
        case .findings(let findings):
            var error = container.nestedContainer(keyedBy: Key.self, forKey: .error)
            try error.encode(findings, forKey: .findings)
        }
    }
}
