public import ReferralGraph

/// The means for which there are drafts.
public enum DraftChannel: String, Sendable, Codable, CaseIterable {
    /// A mail with a subject.
    case email
    /// A message without one: a chat, a social network's inbox, an invitation.
    case message
    /// The points of a call.
    case call

    /// The kind of draft for a means of contact: an e-mail for a letter, a call for a talk.
    public init(_ channel: Interaction.Channel) {
        switch channel {
        case .email, .letter: self = .email
        case .message: self = .message
        case .call, .meeting, .interview: self = .call
        }
    }

    /// The means of contact.
    public var channel: Interaction.Channel {
        switch self {
        case .email: .email
        case .message: .message
        case .call: .call
        }
    }
}
