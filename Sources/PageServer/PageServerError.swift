/// Why a server does not serve.
public enum PageServerError: Error, Equatable, Sendable {
    /// Another program listens on the port.
    case portInUse(Int)
    /// The port is kept for the system.
    case portNotPermitted(Int)
    /// The system refused the address for another reason.
    case cannotListen(port: Int, reason: String)
    /// The server stopped listening although nothing told it to.
    case stopped
}

extension PageServerError: CustomStringConvertible {
    /// What happened, and what to do, in plain words.
    public var description: String {
        switch self {
        case .portInUse(let port):
            "port \(port) is used by another program; choose another port, or 0 for any that is free"
        case .portNotPermitted(let port):
            "port \(port) is kept for the system; choose one from 1024 on, or 0 for any that is free"
        case .cannotListen(let port, let reason): "cannot listen on port \(port): \(reason)"
        case .stopped: "the page server stopped by itself; start it again"
        }
    }
}
