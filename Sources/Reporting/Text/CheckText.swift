public import Foundations
public import ReferralGraph

/// What a check found in a network's input, for reading: everything that is wrong, then a verdict.
public struct CheckText {
    private let name: String
    private let network: ReferralNetwork?
    private let diagnostics: [Diagnostic]

    /// Makes the text of a check.
    /// - Parameters:
    ///   - name: What the user called the input.
    ///   - network: The network; `nil` when its errors keep it from being one.
    ///   - diagnostics: What is wrong with the input.
    public init(_ name: String, network: ReferralNetwork?, diagnostics: [Diagnostic]) {
        self.name = name
        self.network = network
        self.diagnostics = diagnostics
    }

    /// Writes the text.
    /// - Parameter width: As for ``MessageText/rendered(width:)``.
    public func rendered(width: Int?) -> String {
        MessageText((diagnostics.map(\.description) + [verdict]).joined(separator: "\n")).rendered(
            width: width)
    }

    private var verdict: String {
        let errors = diagnostics.count(of: .error)
        let warnings = diagnostics.count(of: .warning)
        let counts = [
            errors > 0 ? Wording.count(errors, "error") : nil,
            warnings > 0 ? Wording.count(warnings, "warning") : nil,
        ].compactMap(\.self)
        let problems = counts.isEmpty ? "no problems" : counts.joined(separator: ", ")
        guard let network else { return "\(name): \(problems)" }
        let sizes = [
            Wording.count(network.people.count, "person", "people"),
            Wording.count(network.companies.count, "company", "companies"),
            Wording.count(network.opportunities.count, "opportunity", "opportunities"),
            Wording.count(network.ties.count, "tie"), Wording.count(network.referrals.count, "referral"),
            Wording.count(network.interactions.count, "interaction"),
        ]
        let sharing =
            network.sharing == .nothing
            ? "" : "\n  shared with the coach’s other clients: \(network.sharing.rawValue)"
        return "\(name): \(problems)\n  \(sizes.joined(separator: ", "))\(sharing)"
    }
}
