internal import ReferralGraph
internal import Synchronization

/// The previews that may still be recorded. A token is for the same arguments, on the same day, and for once.
final class RecordPreviews: Sendable {
    /// What was shown.
    struct Preview: Sendable, Equatable {
        var arguments: ToolArguments
        /// The last entry of the history at that time.
        var entry: Int
        var day: CalendarDay
    }

    private let state = Mutex(State())

    private struct State {
        var previews: [String: Preview] = [:]
        /// The tokens, oldest first.
        var order: [String] = []
    }

    private static let keptAtMost = 100

    /// Keeps a preview.
    /// - Returns: Its token.
    func keep(_ preview: Preview) -> String {
        let token = String(UInt64.random(in: .min ... .max), radix: 36)
        restore(preview, as: token)
        return token
    }

    /// Keeps a preview under a token that it had.
    func restore(_ preview: Preview, as token: String) {
        state.withLock { state in
            state.previews[token] = preview
            state.order.append(token)
            if state.order.count > Self.keptAtMost { state.previews[state.order.removeFirst()] = nil }
        }
    }

    /// Uses a token up.
    /// - Throws: Why it is none for these arguments; it is kept then, unless the day is over.
    func redeem(
        _ token: String, of arguments: ToolArguments, on day: CalendarDay
    ) throws(ToolRefusal) -> Preview {
        let preview = state.withLock { $0.previews[token] }
        guard let preview else {
            throw ToolRefusal(
                "This token is unknown or was used; ask for a preview by the same call without \"token\".")
        }
        guard preview.arguments == arguments else {
            throw ToolRefusal(
                "The arguments are not those of the preview; repeat them as they were, or ask for a new preview without \"token\"."
            )
        }
        let isMine = state.withLock { state in
            state.order.removeAll { $0 == token }
            return state.previews.removeValue(forKey: token) != nil
        }
        guard isMine else { throw ToolRefusal("This token was used.") }
        guard preview.day == day else {
            throw ToolRefusal("The preview is of \(preview.day); ask for a new one without \"token\".")
        }
        return preview
    }
}
