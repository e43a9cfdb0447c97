internal import Foundations
internal import ReferralGraph

extension JSONFieldReader {
    /// Reads the whole network; `nil` when the file is of another kind or from a newer version.
    mutating func network(_ node: Int) -> ReferralNetwork? {
        guard isReadable(node) else { return nil }
        return entity(at: node)
    }

    /// Whether the file is a network of a version known here. Of another file nothing else is reported.
    private mutating func isReadable(_ node: Int) -> Bool {
        let expectedFormat = "\"format\": \"\(NetworkFormat.name)\" at the top of the file"
        guard document.kind(of: node) == .object else {
            report(
                .formatUnknown, at: node, found: words(for: node), expected: "a network, an object in braces",
                hint: "is this the right file?")
            return false
        }
        guard let format = document.value(of: "format", in: node) else {
            report(
                .formatUnknown, at: node, missing: "format", found: "missing",
                expected: expectedFormat, hint: "only files that name their format are read")
            return document.value(of: "people", in: node) != nil
        }
        guard document.kind(of: format) == .string, document.string(of: format) == NetworkFormat.name else {
            report(
                .formatUnknown, at: format, found: clipped(document.source(of: format)),
                expected: "\"\(NetworkFormat.name)\"", hint: "is this the right file?")
            return false
        }
        let hint = "write \"version\": \(NetworkFormat.version)"
        guard let version = document.value(of: "version", in: node) else {
            report(
                .fieldMissing, at: node, missing: "version", found: "missing",
                expected: "the version of the format, \(NetworkFormat.version)", hint: hint)
            return true
        }
        guard document.kind(of: version) == .number, let number = document.integer(of: version), number > 0
        else {
            report(
                .versionUnsupported, at: version, found: clipped(document.source(of: version)),
                expected: "the version of the format, \(NetworkFormat.version)", hint: hint)
            return true
        }
        guard number <= NetworkFormat.version else {
            report(
                .versionUnsupported, at: version, found: "\(number)",
                expected: "version \(NetworkFormat.version), the newest one known here",
                hint: "the file was written by a newer version of rebound; update rebound to read it")
            return false
        }
        return true
    }
}
