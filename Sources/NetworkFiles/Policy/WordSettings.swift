public import Foundations
internal import ReferralGraph

/// A JSON file of settings: names with a word or a text each, all optional.
///
/// At the top stand `format` and `version`.
public struct WordSettings: Sendable {
    /// The file's `format`.
    public var name: String
    /// The names that may be set, in the order in which they are written.
    public var names: [String]
    /// What is wrong with a value of a name: what was expected, and what to do; `nil` when nothing is.
    public var complaint: @Sendable (_ name: String, _ value: String) -> (expected: String, hint: String)?

    /// Makes a format.
    public init(
        name: String, names: [String],
        complaint: @escaping @Sendable (String, String) -> (expected: String, hint: String)?
    ) {
        self.name = name
        self.names = names
        self.complaint = complaint
    }

    /// What a file says.
    public struct Reading: Sendable {
        /// The texts set, by name; those that are wrong included.
        public var values: [String: String]
        /// Everything that is wrong, in the order of the text.
        public var diagnostics: [Diagnostic]
        /// Whether it is a file of this format, with or without mistakes in what it sets.
        public var isOfFormat: Bool
    }

    /// Reads a file and reports everything that is wrong with it.
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - file: Its name, for the diagnostics.
    /// - Complexity: O(bytes).
    public func read(bytes: [UInt8], file: String) -> Reading {
        let document: JSONDocument
        do throws(JSONSyntaxError) {
            document = try JSONDocument(bytes)
        } catch {
            return Reading(
                values: [:], diagnostics: [error.diagnostic(file: file, bytes: bytes)], isOfFormat: false)
        }
        var fields = JSONFieldReader(document)
        guard document.kind(of: 0) == .object, let format = document.value(of: "format", in: 0),
            document.kind(of: format) == .string, document.string(of: format) == name
        else {
            fields.report(
                .formatUnknown, at: 0, found: fields.words(for: 0),
                expected: "an object with \"format\": \"\(name)\"", hint: "is this the right file?")
            return Reading(values: [:], diagnostics: fields.diagnostics(file: file), isOfFormat: false)
        }
        let version = document.value(of: "version", in: 0)
        guard let version, document.kind(of: version) == .number, document.integer(of: version) == 1 else {
            fields.report(
                version == nil ? .fieldMissing : .versionUnsupported, at: version ?? 0,
                missing: version == nil ? "version" : nil,
                found: version.map(fields.words(for:)) ?? "missing",
                expected: "the version of the format, 1", hint: "write \"version\": 1")
            return Reading(values: [:], diagnostics: fields.diagnostics(file: file), isOfFormat: false)
        }
        var values: [String: String] = [:]
        for key in document.children(of: 0) where document.kind(of: key) == .key {
            let word = document.string(of: key)
            if word == "format" || word == "version" { continue }
            let (kind, value) = (document.kind(of: key + 1), document.source(of: key + 1))
            values[word] = kind == .string ? document.string(of: key + 1) : clipped(value)
            guard names.contains(word) else {
                let meant = nearestSpelling(to: word, among: names).map { "did you mean \"\($0)\"? else " }
                fields.report(
                    .fieldUnknown, at: key, found: "not a setting",
                    expected: "one of \(names.joined(separator: ", "))",
                    hint: (meant ?? "") + "`rebound set \(commandWord(word)) --default` takes it out")
                continue
            }
            guard kind == .string else {
                fields.reportMismatch(at: key + 1, expected: "text in double quotes")
                continue
            }
            guard let (expected, hint) = complaint(word, document.string(of: key + 1)) else { continue }
            fields.report(
                .valueUnknown, at: key + 1, found: fields.words(for: key + 1), expected: expected, hint: hint)
        }
        return Reading(values: values, diagnostics: fields.diagnostics(file: file), isOfFormat: true)
    }

    /// Writes a file.
    /// - Parameter values: The texts to set, by name.
    public func bytes(_ values: [String: String]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("format")
            json.string(name)
            json.key("version")
            json.integer(1)
            for name in names + values.keys.filter({ !names.contains($0) }).sorted() {
                guard let value = values[name] else { continue }
                json.key(name)
                json.string(value)
            }
        }
        json.endLine()
        return json.bytes
    }
}
