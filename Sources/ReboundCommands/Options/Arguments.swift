public import ArgumentParser
public import NetworkFiles
public import ReferralGraph
public import SourceReaders

extension Timestamp: ExpressibleByArgument {
    /// Reads an argument such as `2026-04-09`.
    public init?(argument: String) { self.init(argument) }
}

extension Company.Priority: ExpressibleByArgument {
    /// Reads `A`, `B` or `C`, large or small.
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension Stage: ExpressibleByArgument {}
extension Interaction.Purpose: ExpressibleByArgument {}
extension Signal.Kind: ExpressibleByArgument {}
extension SourceFormat: ExpressibleByArgument {
    /// Reads the name of a kind that the registry has.
    public init?(argument: String) {
        self.init(rawValue: argument)
        if SourceReader.of(self) == nil { return nil }
    }

    /// The names of all kinds.
    public static var allValueStrings: [String] { SourceReader.all.map(\.format.rawValue) }
}
extension ExportFormat: ExpressibleByArgument {}
