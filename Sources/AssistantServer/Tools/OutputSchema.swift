/// The schemas of what the tools answer: those of the commands' `--json`, each in one line.
enum OutputSchema {
    static let today = inOneLine(PackageResources.today_schema_json)
    static let next = inOneLine(PackageResources.next_schema_json)
    static let stalled = inOneLine(PackageResources.stalled_schema_json)
    static let why = inOneLine(PackageResources.why_schema_json)
    static let find = inOneLine(PackageResources.find_schema_json)
    static let who = inOneLine(PackageResources.who_schema_json)
    static let path = inOneLine(PackageResources.path_schema_json)
    static let plan = inOneLine(PackageResources.plan_schema_json)
    static let draft = inOneLine(PackageResources.draft_schema_json)
    static let record = inOneLine(PackageResources.record_schema_json)

    /// A JSON text without the space between its values.
    /// - Complexity: O(bytes).
    static func inOneLine(_ text: [UInt8]) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(text.count)
        var (isInString, isEscaped) = (false, false)
        for byte in text {
            if isInString {
                (isInString, isEscaped) = (
                    isEscaped || byte != UInt8(ascii: "\""), !isEscaped && byte == UInt8(ascii: "\\")
                )
            } else if byte <= 0x20 {
                continue
            } else {
                isInString = byte == UInt8(ascii: "\"")
            }
            line.append(byte)
        }
        return line
    }
}
