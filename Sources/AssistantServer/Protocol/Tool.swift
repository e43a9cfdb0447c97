internal import Foundations

/// Something that an assistant can ask for.
struct Tool: Sendable {
    var name: String
    var title: String
    /// What it answers and when to use it, for a model to read.
    var description: String
    var arguments: [ToolArgument] = []
    /// The JSON Schema of the structured result; `nil` for one that is a picture.
    var outputSchema: [UInt8]?
    /// Whether it records something.
    var records = false
    var run: @Sendable (ToolArguments, RunningRequest) async throws(ToolRefusal) -> ToolAnswer

    /// The tool as it stands in the list.
    func write(to json: inout JSONWriter) {
        json.object(.inline) { json in
            for (key, text) in [("name", name), ("title", title), ("description", description)] {
                json.key(key)
                json.string(text)
            }
            json.key("inputSchema")
            ToolArgument.writeSchema(of: arguments, to: &json)
            if let outputSchema {
                json.key("outputSchema")
                json.json(outputSchema)
            }
            json.key("annotations")
            json.object(.inline) { json in
                json.key("title")
                json.string(title)
                for (key, value) in [
                    ("readOnlyHint", !records), ("destructiveHint", false), ("idempotentHint", !records),
                    ("openWorldHint", false),
                ] {
                    json.key(key)
                    json.bool(value)
                }
            }
        }
    }
}

/// What a tool answers.
struct ToolAnswer: Sendable {
    /// A piece of the answer.
    enum Part: Sendable {
        case text(String)
        case image([UInt8], type: String)
    }

    var parts: [Part]
    /// JSON in one line, as the tool's output schema has it.
    var structured: [UInt8]?

    /// JSON in one line, which is repeated as text.
    /// - Parameter notes: What to say beside it.
    init(structured: [UInt8], notes: [String] = []) {
        parts = ([String(decoding: structured, as: UTF8.self)] + notes).map(Part.text)
        self.structured = structured
    }

    init(_ parts: [Part]) { self.parts = parts }

    func write(to json: inout JSONWriter, isError: Bool = false) {
        json.key("content")
        json.array(.inline) { json in
            for part in parts {
                json.object(.inline) { json in
                    json.key("type")
                    switch part {
                    case .text(let text):
                        json.string("text")
                        json.key("text")
                        json.string(text)
                    case .image(let bytes, let type):
                        json.string("image")
                        json.key("data")
                        json.string(base64(bytes))
                        json.key("mimeType")
                        json.string(type)
                    }
                }
            }
        }
        if let structured {
            json.key("structuredContent")
            json.json(structured)
        }
        json.key("isError")
        json.bool(isError)
    }
}

/// Why a tool did not do what was asked, and what to do instead, for a model to read.
struct ToolRefusal: Error, Equatable, Sendable {
    var reason: String

    init(_ reason: String) { self.reason = reason }
}
