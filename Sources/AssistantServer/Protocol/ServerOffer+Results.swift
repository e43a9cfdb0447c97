internal import Foundations

extension ServerOffer {
    /// The answer to `initialize`.
    func greeting(in revision: ProtocolRevision) -> RequestResult {
        RequestResult { json in
            json.key("protocolVersion")
            json.string(revision.rawValue)
            writeCapabilities(to: &json)
            json.key("serverInfo")
            identity.write(to: &json)
        }
    }

    /// The answer to `server/discover`.
    var discovery: RequestResult {
        RequestResult(isCacheable: true) { json in
            json.key("supportedVersions")
            json.strings(ProtocolRevision.allCases.reversed().map(\.rawValue))
            writeCapabilities(to: &json)
        }
    }

    private func writeCapabilities(to json: inout JSONWriter) {
        json.key("capabilities")
        json.object(.inline) { json in
            for name in ["tools", "resources", "prompts"] {
                json.key(name)
                json.object(.inline) { _ in }
            }
        }
        json.key("instructions")
        json.string(instructions)
    }

    var toolList: RequestResult {
        list("tools") { json in for tool in tools { tool.write(to: &json) } }
    }

    var resourceList: RequestResult {
        list("resources") { json in
            for resource in resources {
                json.texts([
                    ("uri", resource.uri), ("name", resource.name), ("title", resource.title),
                    ("description", resource.description), ("mimeType", Resource.type),
                ])
            }
        }
    }

    var resourceTemplateList: RequestResult {
        list("resourceTemplates") { json in
            for template in resourceTemplates {
                json.texts([
                    ("uriTemplate", template.uriTemplate), ("name", template.name),
                    ("title", template.title), ("description", template.description),
                    ("mimeType", Resource.type),
                ])
            }
        }
    }

    var promptList: RequestResult {
        list("prompts") { json in
            for prompt in prompts {
                json.object(.inline) { json in
                    for (key, text) in [
                        ("name", prompt.name), ("title", prompt.title), ("description", prompt.description),
                    ] {
                        json.key(key)
                        json.string(text)
                    }
                    json.key("arguments")
                    json.array(.inline) { json in
                        for argument in prompt.arguments {
                            json.object(.inline) { json in
                                json.key("name")
                                json.string(argument.name)
                                json.key("description")
                                json.string(argument.description)
                                json.key("required")
                                json.bool(argument.isRequired)
                            }
                        }
                    }
                }
            }
        }
    }

    /// A prompt with what was said.
    /// - Throws: ``RequestError`` for a prompt that there is not, and for a missing argument.
    func prompt(_ parameters: JSONValue?) throws(RequestError) -> RequestResult {
        guard let name = parameters?["name"]?.string else {
            throw RequestError(.invalidParameters, "“name” has to be text: the name of a prompt")
        }
        guard let prompt = prompts.first(where: { $0.name == name }) else {
            let names = prompts.map(\.name).joined(separator: ", ")
            throw RequestError(
                .invalidParameters, "unknown prompt “\(name.prefix(60))”; there are \(names)")
        }
        guard parameters?["arguments"].map({ $0.isObject || $0.isNull }) ?? true else {
            throw RequestError(.invalidParameters, "“arguments” has to be an object")
        }
        var said: [String: String] = [:]
        for (name, value) in parameters?["arguments"]?.fields ?? [] {
            guard prompt.arguments.contains(where: { $0.name == name }), let text = value.string,
                text.unicodeScalars.count <= 200
            else {
                throw RequestError(
                    .invalidParameters,
                    "“\(name.prefix(60))” is no argument of this prompt, or no text of at most 200 characters"
                )
            }
            said[name] = text
        }
        for argument in prompt.arguments
        where argument.isRequired && (said[argument.name] ?? "").allSatisfy(\.isWhitespace) {
            throw RequestError(
                .invalidParameters, "“\(argument.name)” is missing: \(argument.description)")
        }
        let text = prompt.text(said)
        return RequestResult { json in
            json.key("description")
            json.string(prompt.description)
            json.key("messages")
            json.array(.inline) { json in
                json.object(.inline) { json in
                    json.key("role")
                    json.string("user")
                    json.key("content")
                    json.texts([("type", "text"), ("text", text)])
                }
            }
        }
    }

    private func list(
        _ key: String, _ elements: @escaping @Sendable (inout JSONWriter) -> Void
    ) -> RequestResult {
        RequestResult(isCacheable: true) { json in
            json.key(key)
            json.array(.inline) { json in elements(&json) }
        }
    }
}

extension JSONWriter {
    /// Writes an object of texts in a line.
    fileprivate mutating func texts(_ fields: [(String, String)]) {
        object(.inline) { json in
            for (key, text) in fields {
                json.key(key)
                json.string(text)
            }
        }
    }
}
