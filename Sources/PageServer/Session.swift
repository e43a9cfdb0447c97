internal import Synchronization

/// The session of the one browser that opened the server's address: a start token, exchanged once for a cookie.
final class Session: Sendable {
    /// The token in the address.
    let startToken = Secret.make()
    private let cookie = Secret.make()
    private let limits: ConnectionLimits
    private let state = Mutex(State())

    private struct State {
        var isSpent = false
        /// Wrong tokens in a row.
        var wrong = 0
        /// Until when no token is looked at.
        var pause: ContinuousClock.Instant?
    }

    init(limits: ConnectionLimits) { self.limits = limits }

    /// Takes a token in exchange for the value of `Set-Cookie`.
    ///
    /// A wrong token does not spend the right one. Many wrong ones in a row close the exchange for a while.
    /// - Throws: ``Refusal``, if the token is wrong, was spent, or is not looked at.
    func exchange(_ token: String, port: Int, now: ContinuousClock.Instant = .now) throws(Refusal) -> String {
        let refusal: Refusal? = state.withLock { state in
            if let pause = state.pause, now < pause {
                return .tooManyTokens(seconds: Int(limits.tokenPause.components.seconds))
            }
            state.pause = nil
            guard Secret.isEqual(token, startToken), !state.isSpent else {
                state.wrong += 1
                if state.wrong >= limits.wrongTokens {
                    state.wrong = 0
                    state.pause = now + limits.tokenPause
                }
                return .wrongToken
            }
            state.isSpent = true
            state.wrong = 0
            return nil
        }
        if let refusal { throw refusal }
        return "\(Self.name(port: port))=\(cookie); HttpOnly; SameSite=Strict; Path=/"
    }

    /// Whether one of the values of `Cookie` holds the session's.
    func admits(_ values: [String], port: Int) -> Bool {
        let prefix = Self.name(port: port) + "="
        return values.contains { value in
            value.split(separator: ";").contains { pair in
                let pair = pair.drop { $0 == " " }
                return pair.hasPrefix(prefix) && Secret.isEqual(pair.dropFirst(prefix.count), cookie)
            }
        }
    }

    /// Cookies know no ports: the name keeps those of two servers apart.
    private static func name(port: Int) -> String { "rebound-\(port)" }
}
