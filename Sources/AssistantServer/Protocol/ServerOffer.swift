internal import Foundations

/// What a server has for assistants.
struct ServerOffer: Sendable {
    var identity: ServerIdentity
    /// How to use it, for a model to read.
    var instructions: String
    var tools: [Tool]
    var resources: [Resource]
    var resourceTemplates: [ResourceTemplate]
    var prompts: [Prompt]
    /// Reads a resource; `nil` for one that there is not.
    var read: @Sendable (_ uri: String, RunningRequest) async throws(ToolRefusal) -> [UInt8]?
}

/// Something that can be read.
struct Resource: Sendable {
    var uri: String
    var name: String
    var title: String
    var description: String

    static let type = "application/json"
}

/// A kind of things that can be read, each by its identifier.
struct ResourceTemplate: Sendable {
    var uriTemplate: String
    var name: String
    var title: String
    var description: String
}

/// A request that a person makes in few words, and its whole text.
struct Prompt: Sendable {
    /// Something that the person says with it.
    struct Argument: Sendable {
        var name: String
        var description: String
        var isRequired: Bool
    }

    var name: String
    var title: String
    var description: String
    var arguments: [Argument] = []
    /// The text, given what was said.
    var text: @Sendable ([String: String]) -> String
}

/// What a call can tell while it runs.
struct RunningRequest: Sendable {
    /// Says that a step is done: which, of how many, and what comes next.
    var progress: @Sendable (_ done: Int, _ total: Int, _ words: String) -> Void
}
