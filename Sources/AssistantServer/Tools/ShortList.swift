/// Cuts lists to what a model can take in, and says what was left out.
struct ShortList {
    /// What was left out, in sentences.
    private(set) var notes: [String] = []

    /// What the argument that says how many is called.
    static let argument = "count"

    /// Keeps the first elements of a list.
    /// - Parameters:
    ///   - name: What they are, such as `entries`.
    ///   - hint: How to see the others.
    mutating func cut<Element>(
        _ list: inout [Element], to count: Int, _ name: String,
        hint: String = "a larger \"\(argument)\" shows more"
    ) {
        guard list.count > count else { return }
        notes.append("These are the first \(count) of \(list.count) \(name); \(hint).")
        list.removeSubrange(count...)
    }
}
