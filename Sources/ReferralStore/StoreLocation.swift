/// Where the store is when no one says, and when someone does.
public enum StoreLocation {
    /// The path of the store's file: what the user named, else `REBOUND_DB`, else `rebound/network.db` in the
    /// folder for a user's data.
    ///
    /// That folder is `XDG_DATA_HOME`, or `~/.local/share`. As the XDG Base Directory Specification (0.8) demands, an
    /// empty or a relative `XDG_DATA_HOME` counts as not set.
    /// - Parameters:
    ///   - option: The value of `--db`; `nil` when it was not given.
    ///   - environment: The environment variables.
    /// - Throws: ``StoreError/homeMissing`` when the environment names no folder.
    public static func path(option: String?, environment: [String: String]) throws(StoreError) -> String {
        for named in [option, environment["REBOUND_DB"]] {
            if let named, !named.isEmpty { return named }
        }
        let file = "rebound/network.db"
        if let folder = absolute(environment["XDG_DATA_HOME"]) { return "\(folder)/\(file)" }
        guard let home = absolute(environment["HOME"]) else { throw .homeMissing }
        return "\(home == "/" ? "" : home)/.local/share/\(file)"
    }

    /// A path that begins at the root, without a slash at its end; `nil` for any other.
    private static func absolute(_ path: String?) -> String? {
        guard let path, path.hasPrefix("/") else { return nil }
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
