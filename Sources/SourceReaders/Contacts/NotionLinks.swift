internal import Foundations
internal import ReferralGraph

/// The links that Notion writes behind the names of related pages: `Harbor Works (https://www.notion.so/Harbor-1a2b?pvs=21)`.
enum NotionLinks {
    /// A text without such links.
    static func removed(_ text: String) -> String { names(text).joined(separator: ", ") }

    /// The names before such links, one for each; the text itself where there is none.
    static func names(_ text: String) -> [String] {
        guard text.contains("(http"), text.contains("notion.") else { return [text] }
        var names: [String] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "(http"),
            let close = rest[open.upperBound...].firstIndex(of: ")")
        {
            let link = rest[open.upperBound..<close].drop { $0 == "s" }
            let host = link.dropFirst(3).prefix { $0 != "/" }
            let isNotions = ["notion.so", "notion.site", "notion.com"].contains {
                host == $0 || host.hasSuffix("." + $0)
            }
            guard isNotions else { return names.isEmpty ? [text] : names + [trimmed(String(rest))] }
            names.append(trimmed(String(rest[..<open.lowerBound])))
            rest = rest[rest.index(after: close)...].drop { $0 == "," || $0.isWhitespace }
        }
        if !rest.isEmpty { names.append(trimmed(String(rest))) }
        return names.filter { !$0.isEmpty }
    }
}
