/// The revisions of the Model Context Protocol that are spoken, oldest first.
enum ProtocolRevision: String, CaseIterable, Sendable {
    case june2025 = "2025-06-18"
    case november2025 = "2025-11-25"
    case july2026 = "2026-07-28"

    /// Whether a session begins with `initialize`; a later revision says itself in every request.
    var hasHandshake: Bool { self != .july2026 }

    /// The one to answer `initialize` with: the one asked for, else the newest that begins so.
    static func answering(_ asked: String) -> ProtocolRevision {
        guard let revision = ProtocolRevision(rawValue: asked), revision.hasHandshake else {
            return .november2025
        }
        return revision
    }
}
