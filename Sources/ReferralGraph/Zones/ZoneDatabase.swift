import Glibc
import Synchronization

/// The names of time zones that a system knows: the IANA database as its package `tzdata` installs it.
///
/// A name is known when it has a zone file (TZif, RFC 8536), or is a zone or a link in `tzdata.zi`. So the names of
/// the file `backward`, such as `US/Pacific`, are known even where their zone files are packed apart.
public final class ZoneDatabase: Sendable {
    /// The database of this system.
    public static let system = ZoneDatabase(folder: "/usr/share/zoneinfo")

    private let folder: String
    private let state = Mutex(State())

    private struct State {
        /// Names that were found to have a zone file.
        var withFile: Set<String> = []
        /// What `tzdata.zi` says, once it was asked.
        var catalogue: ZoneCatalogue?
    }

    /// A database in a folder laid out as `/usr/share/zoneinfo`.
    public init(folder: String) { self.folder = folder }

    /// Whether a name is that of a zone; `nil` when the system has no database. `UTC` is known everywhere.
    /// - Complexity: O(1) but for the first time that a name is asked for, which opens a file.
    public func knows(_ name: String) -> Bool? {
        if name == "UTC" { return true }
        guard Self.isSafe(name) else { return hasDatabase ? false : nil }
        if hasFile(name) || catalogue.targets[name] != nil { return true }
        return hasDatabase ? false : nil
    }

    /// The zone that a name stands for: what a link leads to, else the name itself.
    public func target(of name: String) -> String {
        var name = name
        // Links of links are at most a few deep.
        for _ in 0..<8 {
            guard let next = catalogue.targets[name], let next else { break }
            name = next
        }
        return name
    }

    /// The content of a zone's file, or of the file of the zone that a link leads to; `nil` for an unknown name.
    public func file(of name: String) -> [UInt8]? {
        guard Self.isSafe(name) else { return nil }
        if let bytes = Self.bytes(of: "\(folder)/\(name)", atMost: 1 << 16) { return bytes }
        let target = target(of: name)
        return target == name ? nil : Self.bytes(of: "\(folder)/\(target)", atMost: 1 << 16)
    }

    /// Every name that `tzdata.zi` lists, in order; those of `zone.tab` where that file is missing.
    public var names: [String] { catalogue.names }

    /// The zones of a country by its English name in `iso3166.tab`, letter case aside, the most populous place first.
    public func zones(ofCountry name: String) -> [String] {
        let wanted = foldedName(name)
        let row = lines(of: "iso3166.tab").first { $0.count == 2 && foldedName($0[1]) == wanted }
        guard let code = row?[0] else { return [] }
        return lines(of: "zone.tab").filter { $0.count > 2 && $0[0] == code }.map { $0[2] }
    }

    /// The country of each zone, as two letters, in the order of `zone.tab`.
    public var countries: [(zone: String, country: String)] {
        lines(of: "zone.tab").filter { $0.count > 2 }.map { ($0[2], $0[0]) }
    }

    private var hasDatabase: Bool { hasFile("UTC") || hasFile("Europe/London") || !catalogue.names.isEmpty }

    private var catalogue: ZoneCatalogue {
        state.withLock { state in
            if let catalogue = state.catalogue { return catalogue }
            var catalogue = ZoneCatalogue(
                zic: Self.bytes(of: "\(folder)/tzdata.zi", atMost: 1 << 20) ?? [])
            if catalogue.names.isEmpty { catalogue = ZoneCatalogue(names: countries.map(\.zone)) }
            state.catalogue = catalogue
            return catalogue
        }
    }

    private func hasFile(_ name: String) -> Bool {
        if state.withLock({ $0.withFile.contains(name) }) { return true }
        guard let start = Self.bytes(of: "\(folder)/\(name)", atMost: 4), start == Array("TZif".utf8) else {
            return false
        }
        state.withLock { _ = $0.withFile.insert(name) }
        return true
    }

    /// Whether a name leads nowhere but to zones: not out of the folder, nor to the copies with and without leap
    /// seconds, nor to the files that stand for this machine's zone or for none.
    private static func isSafe(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            (1...32).contains(part.count)
                && part.allSatisfy {
                    (97...122).contains($0 | 0x20) || (48...57).contains($0)
                        || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
                }
        }
        let apart = ["posix", "right", "posixrules", "localtime", "Factory", "SystemV"]
        return isPlain && parts.count <= 3 && !apart.contains(String(Substring(parts[0])))
    }

    /// Tab-separated lines without comments.
    private func lines(of table: String) -> [[String]] {
        let bytes = Self.bytes(of: "\(folder)/\(table)", atMost: 1 << 20) ?? []
        return bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map {
            $0.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// The beginning of a file; `nil` when there is none. A read that fails is tried again, because a zone that cannot be read
    /// would count as none.
    private static func bytes(of path: String, atMost limit: Int) -> [UInt8]? {
        for _ in 0..<3 {
            guard let file = fopen(path, "rbe") else { return nil }
            defer { fclose(file) }
            let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                count = fread(buffer.baseAddress, 1, buffer.count, file)
            }
            if ferror(file) == 0 { return bytes }
        }
        return nil
    }
}

/// The zones and links of `tzdata.zi`.
private struct ZoneCatalogue {
    /// What each name leads to; `nil` for a zone.
    private(set) var targets: [String: String?] = [:]
    /// The names in order.
    private(set) var names: [String] = []

    init(names: [String]) {
        self.names = names.sorted()
        for name in names { targets[name] = .some(nil) }
    }

    /// Reads the lines `Z name ...` and `L target name`.
    /// - Complexity: O(bytes).
    init(zic bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let first = line.first, [UInt8(ascii: "Z"), UInt8(ascii: "L")].contains(first) else {
                continue
            }
            let words = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
            guard words.count > 2, words[0].count == 1 else { continue }
            let name = String(decoding: words[1], as: UTF8.self)
            if first == UInt8(ascii: "Z") {
                targets[name] = .some(nil)
            } else {
                targets[String(decoding: words[2], as: UTF8.self)] = name
            }
        }
        targets["Factory"] = nil
        names = targets.keys.sorted()
    }
}
