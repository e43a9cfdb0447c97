package import Foundations
internal import ReferralGraph

/// A part of a calendar between BEGIN and END.
package struct ContentComponent {
    /// In upper case, such as `VEVENT`.
    package var name: String
    /// The line of BEGIN, from 1.
    package var line: Int
    package var properties: [ContentProperty] = []
    package var children: [ContentComponent] = []
    /// Whether the END is missing.
    package var isCutShort = false

    /// The properties of a name, in upper case.
    package func properties(_ name: String) -> [ContentProperty] { properties.filter { $0.name == name } }

    /// The text of the first property of a name that has any.
    package func text(_ name: String) -> String? {
        properties(name).lazy.compactMap { $0.plainText }.first
    }
}

extension ContentComponent {
    /// Takes a file apart: the calendars in it, and what is wrong with its form.
    /// - Complexity: O(bytes).
    package static func calendars(
        in bytes: [UInt8], file: String
    ) -> (calendars: [ContentComponent], diagnostics: [Diagnostic]) {
        let bytes = looksLikeWideUnicode(bytes) ? TextEncoding.decoded(bytes).text : bytes
        var lines = ContentLines(bytes)
        var calendars: [ContentComponent] = []
        var diagnostics: [Diagnostic] = []
        var open: [ContentComponent] = []
        // Deeper parts hold nothing that is read.
        var ignored: [String] = []
        func close(isMissing: Bool) {
            guard var part = open.popLast() else { return }
            part.isCutShort = isMissing
            if isMissing {
                diagnostics.append(
                    Diagnostic(
                        .recordDamaged, file: file, line: part.line, found: "\(part.name) without an end",
                        expected: "END:\(part.name)", hint: "was the file saved completely?"))
            }
            if open.isEmpty {
                if part.name == "VCALENDAR" { calendars.append(part) }
            } else {
                open[open.count - 1].children.append(part)
            }
        }
        while let line = lines.next(keepsFoldSpace: false) {
            guard let property = ContentProperty(line) else {
                guard !open.isEmpty else { continue }
                diagnostics.append(
                    Diagnostic(
                        .valueIgnored, file: file, line: line.line,
                        found: quoted(String(decoding: line.bytes, as: UTF8.self)), expected: "NAME:value",
                        hint: "a line that goes on with the one before must begin with a space"))
                continue
            }
            let value = trimmed(String(decoding: property.value.prefix(80), as: UTF8.self)).uppercased()
            switch property.name {
            case "BEGIN":
                if value == "VCALENDAR" {
                    ignored = []
                    while !open.isEmpty { close(isMissing: true) }
                }
                if open.isEmpty && value != "VCALENDAR" || open.count == 3 || !ignored.isEmpty {
                    ignored.append(value)
                } else {
                    open.append(ContentComponent(name: value, line: property.line))
                }
            case "END":
                if let part = ignored.lastIndex(of: value) {
                    ignored.removeSubrange(part...)
                } else if open.contains(where: { $0.name == value }) {
                    ignored = []
                    while open.last?.name != value { close(isMissing: true) }
                    close(isMissing: false)
                }
            default:
                if ignored.isEmpty, !open.isEmpty { open[open.count - 1].properties.append(property) }
            }
        }
        while !open.isEmpty { close(isMissing: true) }
        return (calendars, diagnostics)
    }
}

extension ContentProperty {
    /// The value as text; `nil` when nothing shows.
    package var plainText: String? { shownText(text(isOldStyle ? .versit : .rfc).value) }
}
