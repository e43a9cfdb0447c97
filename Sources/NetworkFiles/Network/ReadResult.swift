public import Foundations
public import ReferralGraph

/// What a reader returns: the network, and everything there is to say about its input.
public struct ReadResult: Equatable, Sendable {
    /// The network; `nil` when there is any error.
    public var network: ReferralNetwork?
    /// Errors and warnings in the order of the input.
    public var diagnostics: [Diagnostic]

    /// Makes a result, without the network when `diagnostics` has an error.
    public init(network: ReferralNetwork?, diagnostics: [Diagnostic]) {
        self.network = diagnostics.contains { $0.severity == .error } ? nil : network
        self.diagnostics = diagnostics
    }
}
