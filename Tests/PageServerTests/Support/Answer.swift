/// An answer of HTTP.
struct Answer: Sendable {
    var status: Int
    var fields: [(name: String, value: String)]
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The value of a header field that is there once.
    subscript(name: String) -> String? {
        let values = fields.filter { $0.name == name.lowercased() }.map(\.value)
        return values.count == 1 ? values[0] : nil
    }

    /// The whole answers that bytes begin with.
    static func all(in bytes: [UInt8], areBodyless: Bool = false) -> [Answer] {
        var answers: [Answer] = []
        var rest = bytes[...]
        while let (answer, next) = first(in: rest, isBodyless: areBodyless) {
            answers.append(answer)
            rest = next
        }
        return answers
    }

    private static func first(in bytes: ArraySlice<UInt8>, isBodyless: Bool) -> (Answer, ArraySlice<UInt8>)? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        var answer = Answer(status: Int(lines[0].split(separator: " ")[1]) ?? 0, fields: [], body: [])
        for line in lines.dropFirst() {
            let sides = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            answer.fields.append((sides[0].lowercased(), String(sides[1].drop { $0 == " " })))
        }
        var rest = bytes[end.upperBound...]
        if isBodyless || answer.status == 204 || answer.status < 200 { return (answer, rest) }
        if let length = answer["content-length"].flatMap({ Int($0) }) {
            guard rest.count >= length else { return nil }
            answer.body = Array(rest.prefix(length))
            return (answer, rest.dropFirst(length))
        }
        while let line = rest.firstRange(of: Array("\r\n".utf8)) {
            let size = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16) ?? 0
            rest = rest[line.upperBound...]
            guard rest.count >= size + 2 else { return nil }
            answer.body += rest.prefix(size)
            rest = rest.dropFirst(size + 2)
            if size == 0 { return (answer, rest) }
        }
        return nil
    }
}
