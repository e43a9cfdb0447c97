internal import ReferralGraph

/// Makes identifiers out of many names, each in constant time however many namesakes there are; see
/// ``slug(of:notIn:orElse:)``.
struct FreshIdentifiers: Sendable {
    private var taken: Set<String>
    private var next: [String: Int] = [:]

    /// Identifiers that differ in case only count as the same, because people type them.
    init(taken: some Sequence<String>) { self.taken = Set(taken.lazy.map(foldedName)) }

    /// An identifier of letters, digits and hyphens that was not taken before.
    /// - Parameter fallback: What to call something whose name has no letters.
    mutating func identifier(for name: String, or fallback: String) -> String {
        let stem = slugBase(of: name) ?? fallback
        var number = next[stem] ?? 1
        var identifier = number == 1 ? stem : "\(stem)-\(number)"
        while !taken.insert(foldedName(identifier)).inserted {
            number += 1
            identifier = "\(stem)-\(number)"
        }
        next[stem] = number + 1
        return identifier
    }
}
