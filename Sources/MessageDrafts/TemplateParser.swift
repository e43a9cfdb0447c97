public import Foundations
internal import Playbook
internal import ReferralGraph

/// Reads files of templates.
///
/// A line `== RULES KINDS CHANNELS` begins a template; each of the three is a list with commas, and KINDS may be `anyone`.
/// Lines `Subject:` and `Limit:` may follow, then an empty line, then the text up to the next heading. In it
/// `{{ name }}` is the place of a fact, and `[[ ... || ... ]]` is the first of several texts whose facts are on record, or
/// nothing. Lines that begin with `#` before a text are comments.
public struct TemplateParser {
    private let file: String
    private let isStandard: Bool
    private var templates: [MessageTemplate] = []
    private var diagnostics: [Diagnostic] = []

    /// Reads a file.
    /// - Parameter file: What to call it in findings.
    /// - Returns: Its templates, and everything that is wrong; with findings it is not to be used.
    /// - Complexity: O(bytes).
    public static func read(
        bytes: [UInt8], file: String
    ) -> (templates: [MessageTemplate], diagnostics: [Diagnostic]) {
        if looksLikeWideUnicode(bytes) || String(validating: bytes, as: UTF8.self) == nil {
            let found = Diagnostic(
                .encodingInvalid, file: file, found: "a text that is not UTF-8", expected: "UTF-8",
                hint: "save the file as UTF-8")
            return ([], [found])
        }
        var text = String(decoding: bytes[byteOrderMarkLength(bytes)...], as: UTF8.self)
        text.unicodeScalars.removeAll {
            $0 == "\r" || $0 == "\u{FFFF}" || $0.isControlCode && $0 != "\n" && $0 != "\t"
        }
        var parser = TemplateParser(file: file, isStandard: false)
        parser.read(text)
        if parser.templates.isEmpty, parser.diagnostics.isEmpty {
            parser.report(
                .fileEmpty, 1, found: "no template",
                expected: "a heading such as “== R1.thank-you anyone email”",
                hint:
                    "write the standard templates to a folder and edit them: rebound policy templates -o my-templates"
            )
        }
        return (parser.templates, parser.diagnostics)
    }

    /// Reads the standard templates.
    /// - Precondition: They are free of mistakes.
    static func standard(_ text: String) -> [MessageTemplate] {
        var parser = TemplateParser(file: "standard", isStandard: true)
        parser.read(text)
        precondition(parser.diagnostics.isEmpty, "\(parser.diagnostics)")
        return parser.templates
    }

    private init(file: String, isStandard: Bool) {
        self.file = file
        self.isStandard = isStandard
    }

    private mutating func report(
        _ kind: Diagnostic.Kind, _ line: Int, _ column: Int? = nil, found: String, expected: String,
        hint: String = ""
    ) {
        diagnostics.append(
            Diagnostic(
                kind, file: file, line: line, column: column, found: found, expected: expected, hint: hint))
    }

    // MARK: Lines

    private mutating func read(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var position = 0
        while position < lines.count {
            let line = lines[position]
            if line.hasPrefix("==") {
                position = readTemplate(lines, from: position)
                continue
            }
            if !isBlank(String(line)), !line.hasPrefix("#") {
                report(
                    .templateSyntax, position + 1, 1, found: quoted(String(line)),
                    expected: "a heading such as “== R1.thank-you anyone email”, or a comment after #")
                // Once is enough; what follows up to the next heading belongs to it.
                while position < lines.count, !lines[position].hasPrefix("==") { position += 1 }
                continue
            }
            position += 1
        }
    }

    /// Reads a template from its heading on.
    /// - Returns: The position of the line behind it.
    private mutating func readTemplate(_ lines: [Substring], from start: Int) -> Int {
        let before = diagnostics.count
        var template = heading(lines[start], start + 1)
        var position = start + 1
        while position < lines.count, !isBlank(String(lines[position])), !lines[position].hasPrefix("==") {
            readField(lines[position], position + 1, into: &template)
            position += 1
        }
        let first = position
        while position < lines.count, !lines[position].hasPrefix("==") { position += 1 }
        let body = lines[first..<position]
        template.body = text(body, from: first + 1)
        check(template, isBlank: body.allSatisfy { isBlank(String($0)) }, before)
        if diagnostics.count == before { templates.append(template) }
        return position
    }

    private mutating func heading(_ line: Substring, _ number: Int) -> MessageTemplate {
        var template = MessageTemplate(
            rules: [], kinds: [], channels: [], subjects: [], characterLimit: nil,
            wordLimit: MessageTemplate.standardWordLimit, body: TemplateText(pieces: []),
            file: isStandard ? nil : file, line: number)
        let words = line.drop { $0 == "=" }.split(separator: " ")
        guard words.count == 3 else {
            report(
                .templateSyntax, number, 1, found: quoted(String(line)),
                expected: "rules, kinds of contact and channels: “== R1.thank-you anyone email,message”")
            return template
        }
        template.rules = list(
            words[0], in: line, number, "the name of a rule, such as R1.thank-you",
            Rule.allCases.map(\.rawValue)
        ) { Rule(rawValue: $0) }
        if words[1] != "anyone" {
            template.kinds = list(
                words[1], in: line, number, "a kind of contact",
                ContactKind.allCases.map(\.rawValue) + ["anyone"]
            ) { ContactKind(rawValue: $0) }
        }
        template.channels = list(
            words[2], in: line, number, "a channel", DraftChannel.allCases.map(\.rawValue)
        ) { DraftChannel(rawValue: $0) }
        return template
    }

    private mutating func list<Value>(
        _ words: Substring, in line: Substring, _ number: Int, _ noun: String, _ names: [String],
        _ value: (String) -> Value?
    ) -> [Value] {
        var values: [Value] = []
        for word in words.split(separator: ",", omittingEmptySubsequences: false) {
            if let value = value(String(word)) {
                values.append(value)
            } else {
                let near = nearestSpelling(to: String(word), among: names)
                report(
                    .valueUnknown, number, line[..<word.startIndex].unicodeScalars.count + 1,
                    found: quoted(String(word)),
                    expected: names.count > 12 ? noun : "\(noun): \(names.joined(separator: ", "))",
                    hint: near.map { "did you mean “\($0)”?" } ?? "")
            }
        }
        return values
    }

    private mutating func readField(_ line: Substring, _ number: Int, into template: inout MessageTemplate) {
        if line.hasPrefix("#") { return }
        let name = line.prefix { $0 != ":" }
        let value = line[name.endIndex...].dropFirst()
        switch name {
        case "Subject" where !isBlank(String(value)):
            let subject = text([value.drop { $0 == " " }], from: number, column: 9)
            template.subjects.append(subject)
        case "Limit":
            let words = value.split(separator: " ")
            guard words.count == 2, let limit = Int(words[0]), (1...100_000).contains(limit),
                words[1] == "characters" || words[1] == "words"
            else {
                return report(
                    .numberInvalid, number, 1, found: quoted(String(line)),
                    expected: "“Limit: 200 characters” or “Limit: 120 words”")
            }
            if words[1] == "words" { template.wordLimit = limit } else { template.characterLimit = limit }
        default:
            report(
                .fieldUnknown, number, 1, found: quoted(String(line)),
                expected: "“Subject: ...”, “Limit: ...”, or an empty line before the text")
        }
    }

    private mutating func check(_ template: MessageTemplate, isBlank: Bool, _ before: Int) {
        if isBlank {
            report(
                .textBlank, template.line, found: "a template without a text",
                expected: "the text of a message")
        }
        if template.channels.contains(.email), template.subjects.isEmpty {
            report(
                .fieldMissing, template.line, found: "a template for e-mails without a subject",
                expected: "a line below the heading such as “Subject: Thank you”")
        }
        let fixed = template.body.fixedWords
        let words = fixed.split(whereSeparator: \.isWhitespace).count
        if words > template.wordLimit {
            report(
                .numberOutOfRange, template.line, found: "\(words) words",
                expected: "at most \(template.wordLimit)",
                hint: "shorten it, or write “Limit: \(words) words” below the heading")
        }
        if let limit = template.characterLimit, fixed.count > limit {
            report(
                .numberOutOfRange, template.line, found: "\(fixed.count) characters without the facts",
                expected: "at most \(limit)", hint: "shorten it, or raise its limit")
        }
    }

    // MARK: Text

    private mutating func text(_ lines: some Sequence<Substring>, from line: Int, column: Int = 0)
        -> TemplateText
    {
        var scanner = TemplateScanner(lines: lines, line: line, column: column)
        let pieces = scanner.pieces()
        for mistake in scanner.mistakes {
            report(
                mistake.kind, mistake.line, mistake.column, found: mistake.found, expected: mistake.expected,
                hint: mistake.hint)
        }
        return TemplateText(pieces: pieces)
    }
}
