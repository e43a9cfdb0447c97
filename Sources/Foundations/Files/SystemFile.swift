internal import Glibc
internal import SystemInterface

/// What is asked of the file system about a path.
public enum SystemFile {
    /// The path without links as far as it exists: of a file that is not there yet, that of its folder and its name.
    public static func resolved(_ path: String) -> String {
        if let real = real(path) { return real }
        // A link that leads nowhere yet names where a file would come to be.
        if let target = linkTarget(path), target != path {
            return resolved(target.hasPrefix("/") ? target : "\(folder(of: path))/\(target)")
        }
        guard let real = real(folder(of: path)) else { return path }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return real == "/" ? "/\(name)" : "\(real)/\(name)"
    }

    /// The folder that a path's last part is in.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What a symbolic link holds; `nil` for anything else.
    static func linkTarget(_ path: String) -> String? {
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
            count = max(
                0,
                path.withSystemPath { path in
                    buffer.withMemoryRebound(to: CChar.self) { readlink(path, $0.baseAddress!, $0.count) }
                })
        }
        return bytes.isEmpty ? nil : SystemPath.text(bytes)
    }

    private static func real(_ path: String) -> String? {
        guard let real = path.withSystemPath({ realpath($0, nil) }) else { return nil }
        defer { free(real) }
        return SystemPath.text(real)
    }

    /// The descriptor of this process that a path stands for, such as `/dev/stdout`, also by a symbolic link to it; `nil`
    /// for the path of a file.
    package static func descriptor(of path: String) -> Int32? {
        var path = path
        // As many links as the kernel follows.
        for _ in 0..<40 {
            switch path {
            case "/dev/stdin": return STDIN_FILENO
            case "/dev/stdout": return STDOUT_FILENO
            case "/dev/stderr": return STDERR_FILENO
            default: break
            }
            for folder in ["/dev/fd/", "/proc/self/fd/", "/proc/\(getpid())/fd/"] where path.hasPrefix(folder)
            {
                return Int32(path.dropFirst(folder.count))
            }
            guard let target = linkTarget(path) else { return nil }
            path = target.hasPrefix("/") ? target : "\(folder(of: path))/\(target)"
        }
        return nil
    }
}
