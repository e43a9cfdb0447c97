import ArgumentParser
import ReferralGraph

/// The values whose names stand in a list, separated by commas, in the order given.
/// - Parameters:
///   - text: Names in small or capital letters.
///   - kind: What the values are, such as "measure", for the message.
/// - Throws: A `ValidationError` that says which name there is not, and what was perhaps meant.
func values<Value>(named text: String, ofKind kind: String) throws -> [Value]
where Value: RawRepresentable<String> & CaseIterable {
    let names = Value.allCases.map(\.rawValue)
    return try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
        let name = String(word)
        guard let value = Value(rawValue: name.lowercased()) else {
            let meant = nearestSpelling(to: name, among: names).map { "; did you mean “\($0)”?" } ?? "."
            throw ValidationError(
                "“\(name)” is no \(kind)\(meant) There are \(names.joined(separator: ", ")).")
        }
        return value
    }
}
