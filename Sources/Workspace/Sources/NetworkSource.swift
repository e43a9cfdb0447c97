internal import ReferralStore

/// Where a network comes from.
public enum NetworkSource: Equatable, Sendable {
    /// A JSON file, a folder of CSV tables, or `-` for standard input.
    case file(path: String)
    /// The user's own network, in a store.
    case store(path: String)

    /// The file, folder or store.
    public var path: String {
        switch self {
        case .file(let path), .store(let path): path
        }
    }

    /// A named file, else the user's store.
    /// - Parameters:
    ///   - file: What the user named; `nil` for their store.
    ///   - database: Where the user says that the store is.
    ///   - environment: Looks up an environment variable.
    /// - Throws: ``WorkspaceError``.
    public init(
        file: String?, database: String?, environment: (String) -> String?
    ) throws(WorkspaceError) {
        if let file {
            self = .file(path: file)
        } else {
            self = .store(path: try Self.storePath(database: database, environment: environment))
        }
    }

    /// Where the user's store is.
    /// - Throws: ``WorkspaceError/store(_:)`` when nothing tells.
    public static func storePath(
        database: String?, environment: (String) -> String?
    ) throws(WorkspaceError) -> String {
        var variables: [String: String] = [:]
        for name in ["REBOUND_DB", "XDG_DATA_HOME", "HOME"] { variables[name] = environment(name) }
        do {
            return try StoreLocation.path(option: database, environment: variables)
        } catch {
            throw .store(error)
        }
    }
}
