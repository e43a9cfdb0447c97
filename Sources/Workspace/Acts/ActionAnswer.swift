internal import NetworkRedaction
internal import ReferralGraph
internal import ReferralStore

/// What came of an act, in words.
package struct ActionAnswer: Sendable {
    /// What changed, or why nothing did, in sentences.
    package var said: [String]
    /// What comes next with the people concerned.
    package var due: [String]
    /// The entry of the history that it made.
    package var entry: Int?
    /// Whether all of it was on record already.
    package var isOnRecord = false
    /// What else may have been meant by an act that was refused: each asks for the same act with one more field.
    package var choices: [Choice]
    /// The number of a file that was sent.
    package var file: String?
    /// What is to be done about a refusal; `nil` for an act that was done.
    package var refusal: Refusal?

    /// Why an act was refused.
    package enum Refusal: String, Sendable {
        /// Something else was recorded meanwhile; the same act may be asked for again.
        case stale
        /// Another program is writing; to be tried again.
        case busy
        /// What was asked for cannot be done.
        case refused
        /// Nothing can be recorded here.
        case readOnly = "read-only"
    }

    /// A way out of a refusal.
    package struct Choice: Sendable, Equatable {
        /// What it does, in words.
        package var words: String
        /// The field, and what it holds then.
        package var field: String
        /// What the field holds.
        package var value: String

        /// A choice.
        package init(words: String, field: String, value: String) {
            (self.words, self.field, self.value) = (words, field, value)
        }
    }

    /// An answer.
    package init(
        said: [String], due: [String] = [], entry: Int? = nil, choices: [Choice] = [], file: String? = nil,
        refusal: Refusal? = nil
    ) {
        (self.said, self.due, self.entry) = (said, due, entry)
        (self.choices, self.file, self.refusal) = (choices, file, refusal)
    }

    /// What to say of an act that failed.
    /// - Parameter own: Where it was to be recorded.
    package static func failed(_ error: WorkspaceError, recordingIn own: OwnNetwork?) -> ActionAnswer {
        switch error {
        case .store(.overtaken(let expected, _)):
            let later = (try? own?.history())?.prefix { $0.id > expected }.reversed().map(\.summary) ?? []
            return ActionAnswer(
                said: ["Something else was recorded meanwhile, so nothing was written:"] + later,
                refusal: .stale)
        case .store(.busy), .busy:
            return ActionAnswer(
                said: ["Another program is writing to your network."], refusal: .busy)
        default:
            return ActionAnswer(
                said: error.explanation.split(separator: "\n").map(String.init),
                refusal: .refused)
        }
    }
}

extension OwnNetwork {
    /// What is said of an act, without the names of those who asked not to be named.
    package func withoutConfidentialNames(_ answer: ActionAnswer) -> ActionAnswer {
        guard let network = try? network() else { return answer }
        var answer = answer
        answer.said = network.withoutConfidentialNames(in: answer.said)
        answer.due = network.withoutConfidentialNames(in: answer.due)
        return answer
    }
}
