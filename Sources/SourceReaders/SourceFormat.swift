/// A kind of source by its stable name, such as `google-contacts`, which options and JSON use.
///
/// Each kind is named beside its reader; ``SourceReader/all`` lists them with what there is to know about them.
public struct SourceFormat: RawRepresentable, Hashable, Sendable {
    /// The name.
    public let rawValue: String

    /// The kind of this name.
    public init(rawValue: String) { self.rawValue = rawValue }
}
