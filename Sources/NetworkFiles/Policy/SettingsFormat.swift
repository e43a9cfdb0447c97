public import Foundations
internal import ReferralGraph

/// A number or switch that a settings file may set.
public struct Setting: Sendable {
    /// The sections it stands in and its name.
    public var path: [String]
    /// What its value looks like.
    public var kind: Kind
    /// What the value must be, in words.
    public var expected: String
    /// Whether a value may stand there; of a flag 1 or 0.
    public var admits: @Sendable (Double) -> Bool

    /// What a value looks like.
    public enum Kind: Sendable {
        /// `true` or `false`; as a number 1 or 0.
        case flag
        /// A whole number, and any number.
        case whole, number
    }

    /// For a section with names of the user's own: whether a name is allowed, and what it must be, in words.
    /// The path is that of the section; `nil` for a setting with a name of its own.
    public var names: (admits: @Sendable (String) -> Bool, expected: String)?

    /// Makes a section of settings with names that are the user's.
    public init(
        anyNameIn path: [String], expectedName: String, admitsName: @escaping @Sendable (String) -> Bool,
        kind: Kind,
        expected: String, admits: @escaping @Sendable (Double) -> Bool
    ) {
        self.init(path: path, kind: kind, expected: expected, admits: admits)
        names = (admitsName, expectedName)
    }

    /// Makes a setting.
    public init(path: [String], kind: Kind, expected: String, admits: @escaping @Sendable (Double) -> Bool) {
        self.path = path
        self.kind = kind
        self.expected = expected
        self.admits = admits
    }
}

/// A name that a setting had in earlier files.
public struct FormerSetting: Sendable {
    /// The sections it stood in and its name.
    public var path: [String]
    /// The setting that says the same now.
    public var replacement: [String]
    /// What it said unless someone changed it.
    public var standard: Double

    /// Makes a former name.
    public init(path: [String], replacement: [String], standard: Double) {
        self.path = path
        self.replacement = replacement
        self.standard = standard
    }
}

/// A JSON file of numbers and switches in sections, each of which may be left out.
///
/// At the top stand `format`, `version`, and what people read: `name` and `note`.
public struct SettingsFormat: Sendable {
    /// The file's `format`.
    public var name: String
    /// The file's `version`.
    public var version: Int
    /// What the file is, with its article.
    public var noun: String
    /// Everything that may be set, in the order in which it is written.
    public var settings: [Setting]
    /// Names that settings had before, which are still read.
    public var former: [FormerSetting]

    static let header = ["$schema", "format", "version", "name", "note"]

    /// Makes a format.
    public init(
        name: String, version: Int, noun: String, settings: [Setting], former: [FormerSetting] = []
    ) {
        self.name = name
        self.version = version
        self.noun = noun
        self.settings = settings
        self.former = former
    }

    /// What a file says.
    public struct Reading: Sendable {
        /// What the file calls itself.
        public var name: String?
        /// The values set, by path; of flags 1 or 0.
        public var values: [[String]: Double]
        /// Everything that is wrong, in the order of the text.
        public var diagnostics: [Diagnostic]
    }

    /// What is wrong with settings that are right one by one.
    public struct Contradiction: Sendable {
        /// The setting to blame.
        public var path: [String]
        /// What was expected of it, in words.
        public var expected: String

        /// Makes a contradiction.
        public init(path: [String], expected: String) {
            self.path = path
            self.expected = expected
        }
    }

    /// Reads a file and reports everything that is wrong with it.
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - file: Its name, for the diagnostics.
    ///   - contradiction: Asked about the values when each is right by itself.
    /// - Complexity: O(bytes + fields x settings).
    public func read(
        bytes: [UInt8], file: String, contradiction: ([[String]: Double]) -> Contradiction? = { _ in nil }
    ) -> Reading {
        let document: JSONDocument
        do throws(JSONSyntaxError) {
            document = try JSONDocument(bytes)
        } catch {
            return Reading(
                name: nil, values: [:], diagnostics: [error.diagnostic(file: file, bytes: bytes)])
        }
        var reader = SettingsReader(self, document)
        reader.readAll(contradiction: contradiction)
        return Reading(
            name: reader.name, values: reader.values, diagnostics: reader.fields.diagnostics(file: file))
    }

    /// Writes a file that sets everything.
    /// - Parameters:
    ///   - name: What the file calls itself.
    ///   - value: The value of a setting; of a flag 1 or 0. Must be finite.
    ///   - names: The values by name in a section whose names are the user's.
    public func bytes(
        name: String, value: ([String]) -> Double, names: ([String]) -> [String: Double] = { _ in [:] }
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("format")
            json.string(self.name)
            json.key("version")
            json.integer(version)
            json.key("name")
            json.string(name)
            write(settings[...], depth: 0, value, names, to: &json)
        }
        json.endLine()
        return json.bytes
    }

    private func write(
        _ settings: ArraySlice<Setting>, depth: Int, _ value: ([String]) -> Double,
        _ names: ([String]) -> [String: Double], to json: inout JSONWriter
    ) {
        func write(_ number: Double, _ kind: Setting.Kind, to json: inout JSONWriter) {
            switch kind {
            case .flag: json.bool(number != 0)
            case .whole: json.integer(Int(number))
            case .number: json.double(number)
            }
        }
        var rest = settings
        while let first = rest.first {
            json.key(first.path[depth])
            if first.path.count == depth + 1 {
                if first.names == nil {
                    write(value(first.path), first.kind, to: &json)
                } else {
                    json.object { json in
                        for (name, number) in names(first.path).sorted(by: { $0.key < $1.key }) {
                            json.key(name)
                            write(number, first.kind, to: &json)
                        }
                    }
                }
                rest.removeFirst()
            } else {
                let section = rest.prefix {
                    $0.path.count > depth + 1 && $0.path[depth] == first.path[depth]
                }
                json.object { self.write(section, depth: depth + 1, value, names, to: &$0) }
                rest = rest.dropFirst(section.count)
            }
        }
    }
}

/// Reads one file of settings.
private struct SettingsReader {
    let format: SettingsFormat
    var fields: JSONFieldReader
    var name: String?
    var values: [[String]: Double] = [:]
    private var nodes: [[String]: Int] = [:]
    /// What stands under names that settings had before, in the order of the text.
    private var formerValues: [(setting: FormerSetting, value: Double, node: Int)] = []

    private var document: JSONDocument { fields.document }

    init(_ format: SettingsFormat, _ document: JSONDocument) {
        self.format = format
        fields = JSONFieldReader(document)
    }

    mutating func readAll(contradiction: ([[String]: Double]) -> SettingsFormat.Contradiction?) {
        guard isReadable() else { return }
        section(0, at: [])
        resolveFormer()
        guard fields.findings.isEmpty, let found = contradiction(values) else { return }
        let node = nodes[found.path]
        let place = found.path.joined(separator: ".")
        fields.report(
            .numberOutOfRange, at: node ?? 0, missing: node == nil ? place : nil,
            found: node.map(fields.words(for:)) ?? "left at its default", expected: found.expected,
            hint: "change one of the two")
    }

    /// Whether the file is of this format and a version known here. Of another file nothing else is reported.
    private mutating func isReadable() -> Bool {
        guard document.kind(of: 0) == .object else {
            fields.report(
                .formatUnknown, at: 0, found: fields.words(for: 0),
                expected: "\(format.noun), an object in braces", hint: "is this the right file?")
            return false
        }
        let expected = "\"format\": \"\(format.name)\" at the top of the file"
        guard let node = document.value(of: "format", in: 0) else {
            fields.report(
                .formatUnknown, at: 0, missing: "format", found: "missing", expected: expected,
                hint: "only files that name their format are read")
            return false
        }
        guard document.kind(of: node) == .string, document.string(of: node) == format.name else {
            fields.report(
                .formatUnknown, at: node, found: clipped(document.source(of: node)), expected: expected,
                hint: "is this the right file?")
            return false
        }
        let version = document.value(of: "version", in: 0)
        let isKnown = version.map {
            document.kind(of: $0) == .number && document.integer(of: $0) == format.version
        }
        guard isKnown != true else { return true }
        fields.report(
            version == nil ? .fieldMissing : .versionUnsupported, at: version ?? 0,
            missing: version == nil ? "version" : nil,
            found: version.map { clipped(document.source(of: $0)) } ?? "missing",
            expected: "the version of the format, \(format.version)",
            hint: "write \"version\": \(format.version)")
        return false
    }

    private mutating func section(_ node: Int, at path: [String]) {
        for key in document.children(of: node) where document.kind(of: key) == .key {
            let word = document.string(of: key)
            if path.isEmpty, SettingsFormat.header.contains(word) {
                if word == "name" || word == "note" { text(word, at: key + 1) }
                continue
            }
            let place = path + [word]
            if let setting = format.settings.first(where: { $0.names != nil && $0.path == path }),
                let names = setting.names
            {
                if !names.admits(word) {
                    fields.report(
                        .fieldUnknown, at: key, found: "not \(names.expected.prefix { $0 != ":" })",
                        expected: names.expected, hint: "write another word")
                } else if let number = value(of: setting, at: key + 1),
                    values.updateValue(number, forKey: place) == nil
                {
                    nodes[place] = key + 1
                }
            } else if let setting = format.settings.first(where: { $0.names == nil && $0.path == place }) {
                if let number = value(of: setting, at: key + 1),
                    values.updateValue(number, forKey: place) == nil
                {
                    nodes[place] = key + 1
                }
            } else if let former = format.former.first(where: { $0.path == place }) {
                if let setting = format.settings.first(where: { $0.path == former.replacement }),
                    let number = value(of: setting, at: key + 1)
                {
                    formerValues.append((former, number, key + 1))
                }
            } else if format.settings.contains(where: { $0.path.starts(with: place) })
                || format.former.contains(where: { $0.path.starts(with: place) })
            {
                if document.kind(of: key + 1) == .object {
                    section(key + 1, at: place)
                } else {
                    fields.reportMismatch(at: key + 1, expected: "a section, an object in braces")
                }
            } else {
                reportUnknown(word, at: key, in: path)
            }
        }
    }

    private mutating func text(_ word: String, at node: Int) {
        guard document.kind(of: node) == .string else {
            fields.reportMismatch(at: node, expected: "text in double quotes")
            return
        }
        if word == "name" { name = document.string(of: node) }
    }

    /// Takes over what stands under former names. One that says the number which every file had then is no wish.
    private mutating func resolveFormer() {
        let isWish = formerValues.map { $0.value != $0.setting.standard }
        for index in formerValues.indices.stablySorted(by: { isWish[$0] ? 0 : 1 }) {
            let (setting, value, node) = formerValues[index]
            guard let other = values[setting.replacement] else {
                values[setting.replacement] = value
                nodes[setting.replacement] = node
                continue
            }
            guard isWish[index], other != value, let place = nodes[setting.replacement] else { continue }
            let (name, others) = (setting.path.joined(separator: "."), document.path(to: place))
            fields.report(
                .numberOutOfRange, at: node, found: fields.words(for: node),
                expected:
                    "\(fields.words(for: place).replacing("the number ", with: "")), as \(others) says: "
                    + "they are one wait",
                hint: "remove \(name); it is called \(setting.replacement.joined(separator: ".")) now")
        }
    }

    /// The number that stands at a node, if it is one for the setting.
    private mutating func value(of setting: Setting, at node: Int) -> Double? {
        let number: Double?
        switch (setting.kind, document.kind(of: node)) {
        case (.flag, .true): number = 1
        case (.flag, .false): number = 0
        case (.whole, .number): number = document.integer(of: node).map(Double.init)
        case (.number, .number): number = document.double(of: node)
        default:
            fields.reportMismatch(at: node, expected: setting.expected)
            return nil
        }
        guard let number, setting.admits(number) else {
            fields.report(
                .numberOutOfRange, at: node, found: fields.words(for: node), expected: setting.expected,
                hint: "leave the field out to have the default")
            return nil
        }
        return number
    }

    private mutating func reportUnknown(_ word: String, at key: Int, in path: [String]) {
        let siblings = format.settings.filter { $0.path.starts(with: path) && $0.path.count > path.count }
            .map { $0.path[path.count] }
        let home = format.settings.first { $0.path.last == word }?.path.dropLast().joined(separator: ".")
        let hint =
            if let home {
                home.isEmpty ? "it belongs to the top of the file" : "it belongs to the section \(home)"
            } else if let meant = nearestSpelling(to: word, among: siblings) {
                "did you mean \"\(meant)\"?"
            } else if let meant = nearestSpelling(to: word, among: format.settings.map { $0.path.last! }) {
                "did you mean \"\(meant)\", of another section?"
            } else {
                "remove it"
            }
        fields.report(
            .fieldUnknown, at: key, found: "not a field of \(path.isEmpty ? format.noun : path.last!)",
            expected: path.isEmpty ? "a field or section of \(format.noun)" : "a field of this section",
            hint: hint)
    }
}
