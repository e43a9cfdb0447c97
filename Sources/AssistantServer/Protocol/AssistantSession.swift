internal import Foundations
internal import Synchronization

/// Answers the messages of one client, line by line, in whichever revision of the protocol it speaks.
///
/// Lists, greetings and pings are answered at once; tools run and resources are read beside that, so that a client is heard
/// meanwhile.
final class AssistantSession: Sendable {
    private let offer: ServerOffer
    private let writer: MessageWriter
    /// The revision that `initialize` agreed upon.
    private let agreed = Mutex<ProtocolRevision?>(nil)

    private static let revisionKey = "io.modelcontextprotocol/protocolVersion"
    private static let capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"

    init(_ offer: ServerOffer, writer: MessageWriter) { (self.offer, self.writer) = (offer, writer) }

    /// Takes a line of the client.
    func receive(_ line: [UInt8]) {
        let message: IncomingMessage
        do { message = try IncomingMessage(line) } catch { return refuse(error.error, to: error.id) }
        switch message {
        case .response: break
        case .notification("notifications/cancelled", let parameters):
            if let id = parameters?["requestId"].flatMap(MessageID.init) { writer.cancel(id) }
        case .notification: break
        case .request(let id, let method, let parameters): answer(id, method, parameters)
        }
    }

    /// Says that a line was too long to be taken.
    func receive(tooLong length: Int, limit: Int) {
        refuse(
            RequestError(.invalidRequest, "a line of \(length) bytes; at most \(limit) are taken"), to: nil)
    }

    private func refuse(_ error: RequestError, to id: MessageID?) {
        // The first revision demands an identifier, and JSON-RPC has null for one that is not known.
        let saysNull = agreed.withLock { $0 } == .june2025
        writer.write(OutgoingMessage.error(error, to: id, saysNull: saysNull))
    }

    private func answer(_ id: MessageID, _ method: String, _ parameters: JSONValue?) {
        do throws(RequestError) {
            if method == "initialize" {
                let revision = try greeted(by: parameters)
                return write(offer.greeting(in: revision), to: id, in: revision)
            }
            if method == "ping", parameters?["_meta"]?[Self.revisionKey] == nil {
                return write(RequestResult { _ in }, to: id, in: .november2025)
            }
            let revision = try revision(of: method, parameters)
            switch method {
            case "server/discover" where !revision.hasHandshake: write(offer.discovery, to: id, in: revision)
            case "tools/list":
                try write(onlyPage(offer.toolList, parameters), to: id, in: revision)
            case "resources/list":
                try write(onlyPage(offer.resourceList, parameters), to: id, in: revision)
            case "resources/templates/list":
                try write(onlyPage(offer.resourceTemplateList, parameters), to: id, in: revision)
            case "prompts/list":
                try write(onlyPage(offer.promptList, parameters), to: id, in: revision)
            case "prompts/get": write(try offer.prompt(parameters), to: id, in: revision)
            case "tools/call": try call(id, parameters, in: revision)
            case "resources/read": try read(id, parameters, in: revision)
            default:
                throw RequestError(.unknownMethod, "there is no method “\(method.prefix(60))” here")
            }
        } catch {
            refuse(error, to: id)
        }
    }

    private func write(_ result: RequestResult, to id: MessageID, in revision: ProtocolRevision) {
        writer.write(OutgoingMessage.result(result, to: id, in: revision, from: offer.identity))
    }

    // MARK: Which revision

    /// Agrees upon a revision.
    private func greeted(by parameters: JSONValue?) throws(RequestError) -> ProtocolRevision {
        guard let asked = parameters?["protocolVersion"]?.string,
            parameters?["capabilities"]?.isObject == true, parameters?["clientInfo"]?.isObject == true
        else {
            throw RequestError(
                .invalidParameters,
                "initialize needs “protocolVersion” (text), “capabilities” and “clientInfo” (objects)")
        }
        let revision = ProtocolRevision.answering(asked)
        agreed.withLock { $0 = revision }
        return revision
    }

    /// The revision of a request: the one that it names, else the one agreed upon.
    private func revision(
        of method: String, _ parameters: JSONValue?
    ) throws(RequestError) -> ProtocolRevision {
        let meta = parameters?["_meta"]
        guard let named = meta?[Self.revisionKey] else {
            if let revision = agreed.withLock({ $0 }) { return revision }
            throw RequestError(
                .invalidParameters,
                "“_meta” has to name “\(Self.revisionKey)” in every request, unless “initialize” came first")
        }
        guard let text = named.string else {
            throw RequestError(.invalidParameters, "“\(Self.revisionKey)” has to be text")
        }
        if let revision = agreed.withLock({ $0 }), text == revision.rawValue { return revision }
        guard text == ProtocolRevision.july2026.rawValue else {
            let hint = ProtocolRevision(rawValue: text) == nil ? "" : ": it begins with “initialize”"
            throw RequestError(
                .unsupportedRevision, "unsupported protocol version “\(text.prefix(60))”\(hint)",
                requestedRevision: String(text.prefix(60)))
        }
        guard meta?[Self.capabilitiesKey]?.isObject == true else {
            throw RequestError(.invalidParameters, "“_meta” has to have “\(Self.capabilitiesKey)”, an object")
        }
        return .july2026
    }

    // MARK: What runs

    /// A list has one page; a place in it is none that was given out.
    private func onlyPage(
        _ list: RequestResult, _ parameters: JSONValue?
    ) throws(RequestError) -> RequestResult {
        guard parameters?["cursor"].map(\.isNull) ?? true else {
            throw RequestError(.invalidParameters, "“cursor” is none that was given out")
        }
        return list
    }

    private func call(
        _ id: MessageID, _ parameters: JSONValue?, in revision: ProtocolRevision
    ) throws(RequestError) {
        guard let name = parameters?["name"]?.string else {
            throw RequestError(.invalidParameters, "“name” has to be text: the name of a tool")
        }
        guard let tool = offer.tools.first(where: { $0.name == name }) else {
            let names = offer.tools.map(\.name).joined(separator: ", ")
            throw RequestError(
                .invalidParameters, "unknown tool “\(name.prefix(60))”; there are \(names)")
        }
        guard parameters?["arguments"].map({ $0.isObject || $0.isNull }) ?? true else {
            throw RequestError(.invalidParameters, "“arguments” has to be an object")
        }
        let said: JSONValue? = parameters?["arguments"].flatMap { $0.isNull ? nil : $0 }
        try start(id, parameters, in: revision) { request in
            do throws(ToolRefusal) {
                let answer = try await tool.run(try ToolArguments(said, tool.arguments), request)
                return .success(RequestResult { answer.write(to: &$0) })
            } catch {
                let answer = ToolAnswer([.text(error.reason)])
                return .success(RequestResult { answer.write(to: &$0, isError: true) })
            }
        }
    }

    private func read(
        _ id: MessageID, _ parameters: JSONValue?, in revision: ProtocolRevision
    ) throws(RequestError) {
        guard let uri = parameters?["uri"]?.string else {
            throw RequestError(.invalidParameters, "“uri” has to be text: the address of a resource")
        }
        let offer = offer
        try start(id, parameters, in: revision) { request in
            let bytes: [UInt8]?
            do throws(ToolRefusal) { bytes = try await offer.read(uri, request) } catch {
                return .failure(RequestError(.internalError, error.reason))
            }
            guard let bytes else {
                return .failure(
                    RequestError(.invalidParameters, "there is no resource “\(uri.prefix(200))”"))
            }
            let text = String(decoding: bytes, as: UTF8.self)
            return .success(
                RequestResult(isCacheable: true) { json in
                    json.key("contents")
                    json.array(.inline) { json in
                        json.object(.inline) { json in
                            for (key, value) in [("uri", uri), ("mimeType", Resource.type), ("text", text)] {
                                json.key(key)
                                json.string(value)
                            }
                        }
                    }
                })
        }
    }

    private func start(
        _ id: MessageID, _ parameters: JSONValue?, in revision: ProtocolRevision,
        _ work: @escaping @Sendable (RunningRequest) async -> Result<RequestResult, RequestError>
    ) throws(RequestError) {
        let identity = offer.identity
        let token = parameters?["_meta"]?["progressToken"].flatMap(MessageID.init)
        let isStarted = writer.start(id, token: token) { request in
            switch await work(request) {
            case .success(let result):
                OutgoingMessage.result(result, to: id, in: revision, from: identity)
            case .failure(let error): OutgoingMessage.error(error, to: id)
            }
        }
        if !isStarted {
            throw RequestError(.invalidRequest, "a request of this identifier is still being answered")
        }
    }
}
