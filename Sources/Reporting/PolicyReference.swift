/// Which policy a report was made with.
public struct PolicyReference: Sendable, Equatable, Codable {
    /// The built-in name, else what the policy's file calls itself, else the file's name.
    public var name: String
    /// The path of the file as it was given; `nil` for a built-in policy.
    public var file: String?

    /// Makes a reference.
    public init(name: String, file: String? = nil) {
        self.name = name
        self.file = file
    }
}
