public import Foundation

/// As much of JSON Schema (draft 2020-12) as the schemas in Samples use.
public struct JSONSchema {
    private let root: [String: Any]
    private let folder: URL

    /// Reads a schema; it may refer to others in its folder.
    public init(contentsOf path: String) throws {
        folder = URL(filePath: path).deletingLastPathComponent()
        let value = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
        root = value as? [String: Any] ?? [:]
    }

    /// What is wrong with a document, by its place; a keyword this type does not know is wrong, too.
    public func problems(of json: Data) throws -> [String] {
        problems(of: try JSONSerialization.jsonObject(with: json), at: "", root)
    }

    private static let annotations: Set<String> = [
        "$schema", "$defs", "title", "description", "then", "else",
    ]

    private func problems(of value: Any, at place: String, _ schema: [String: Any]) -> [String] {
        var found: [String] = []
        for (keyword, rule) in schema where !Self.annotations.contains(keyword) {
            let isMet: Bool
            switch keyword {
            case "$ref":
                found += problems(of: value, at: place, reference: rule as? String ?? "")
                continue
            case "properties":
                for (name, sub) in rule as? [String: [String: Any]] ?? [:] {
                    guard let part = (value as? [String: Any])?[name] else { continue }
                    found += problems(of: part, at: "\(place).\(name)", sub)
                }
                continue
            case "items":
                for (index, part) in (value as? [Any] ?? []).enumerated() {
                    found += problems(of: part, at: "\(place)[\(index)]", rule as? [String: Any] ?? [:])
                }
                continue
            case "if":
                let holds = problems(of: value, at: place, rule as? [String: Any] ?? [:]).isEmpty
                let branch = schema[holds ? "then" : "else"] as? [String: Any] ?? [:]
                found += problems(of: value, at: place, branch)
                continue
            case "additionalProperties":
                let known = schema["properties"] as? [String: Any] ?? [:]
                let others = (value as? [String: Any] ?? [:]).filter { known[$0.key] == nil }
                if let rule = rule as? [String: Any] {
                    for other in others.values { found += problems(of: other, at: place, rule) }
                    continue
                }
                isMet = rule as? Bool == false && others.isEmpty
            case "required":
                isMet = (rule as? [String] ?? []).allSatisfy { (value as? [String: Any])?[$0] != nil }
            case "type":
                isMet = (rule as? [String] ?? [rule as? String ?? ""]).contains { isOf(type: $0, value) }
            case "enum": isMet = (rule as? [String] ?? []).contains { $0 == value as? String }
            case "const": isMet = (rule as? NSObject) == (value as? NSObject)
            case "pattern":
                isMet =
                    (value as? String)?.range(of: rule as? String ?? "", options: .regularExpression) != nil
            case "minLength": isMet = (value as? String ?? "").count >= (rule as? Int ?? .max)
            case "maxProperties": isMet = (value as? [String: Any] ?? [:]).count <= (rule as? Int ?? -1)
            case "minItems": isMet = (value as? [Any] ?? []).count >= (rule as? Int ?? .max)
            case "maxItems": isMet = (value as? [Any] ?? []).count <= (rule as? Int ?? -1)
            case "minimum": isMet = (value as? Double ?? .nan) >= (rule as? Double ?? .nan)
            case "maximum": isMet = (value as? Double ?? .nan) <= (rule as? Double ?? .nan)
            case "exclusiveMinimum": isMet = (value as? Double ?? .nan) > (rule as? Double ?? .nan)
            case "exclusiveMaximum": isMet = (value as? Double ?? .nan) < (rule as? Double ?? .nan)
            default: isMet = false
            }
            if !isMet { found.append("\(place): \(keyword) \(rule)") }
        }
        return found.sorted()
    }

    /// By what stands at a place such as `#/$defs/day`, or `batch.schema.json#/$defs/day`.
    private func problems(of value: Any, at place: String, reference: String) -> [String] {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 2 else { return ["\(place): no place in \(reference)"] }
        if !parts[0].isEmpty {
            let other = try? JSONSchema(
                contentsOf: folder.appending(path: parts[0]).path(percentEncoded: false))
            return other?.problems(of: value, at: place, reference: "#" + parts[1])
                ?? ["\(place): no file \(parts[0])"]
        }
        var target: Any? = root
        for step in parts[1].split(separator: "/") { target = (target as? [String: Any])?[String(step)] }
        return (target as? [String: Any]).map { problems(of: value, at: place, $0) }
            ?? ["\(place): nothing at \(reference)"]
    }

    private func isOf(type: String, _ value: Any) -> Bool {
        let number = value as? NSNumber
        let isBoolean = number.map { CFBooleanLike.isBoolean($0) } ?? false
        switch type {
        case "object": return value is [String: Any]
        case "array": return value is [Any]
        case "string": return value is String
        case "null": return value is NSNull
        case "boolean": return isBoolean
        case "number": return number != nil && !isBoolean
        case "integer":
            return !isBoolean && number.map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
        default: return false
        }
    }
}

private enum CFBooleanLike {
    /// Booleans bridge to numbers of the C type of one byte.
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
