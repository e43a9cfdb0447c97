internal import Foundations
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// Answers the requests that passed the gate: without a session by the welcome, with one by the site.
struct PageResponder: Sendable {
    let site: any PageSite
    let configuration: PageServerConfiguration
    let session: Session
    let uploads: UploadFolder
    let streams: EventStreams
    let activity: Activity

    private enum Answer {
        case page(PageResponse, more: [String: String] = [:])
        case news
    }

    private static let newsPath = "/news"

    /// Answers a request.
    /// - Throws: When the connection is gone; it is closed then.
    func respond(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws
    {
        activity.begin()
        defer { activity.end() }
        let answer: Answer
        do {
            answer = try await self.answer(to: request, writer, channel)
        } catch let refusal as Refusal {
            answer = .page(refusal.response, more: refusal.fields.merging(["Connection": "close"]) { $1 })
        }
        switch answer {
        case .news: try await streams.send(site.news(), over: writer, channel)
        case .page(let response, let more):
            var head = Self.head(of: response, more: more)
            head.headerFields[.contentLength] = "\(response.body.count)"
            if request.method == .head || response.body.isEmpty {
                try await writer.writeResponse(head)
            } else {
                try await writer.write(
                    response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
            }
        }
    }

    /// The header of an answer, apart from the length of its body.
    static func head(of response: PageResponse, more: [String: String] = [:]) -> HTTPResponse {
        var head = HTTPResponse(status: .init(integerLiteral: response.status))
        for (name, value) in SecurityHeaders.fields(of: response) + more.map({ ($0.key, $0.value) }) {
            if let name = HTTPField.Name(name) { head.headerFields[name] = value }
        }
        return head
    }

    private func answer(
        to request: Request, _ writer: borrowing ResponseWriter, _ channel: any Channel
    ) async throws -> Answer {
        guard let target = RequestTarget(request.uri.string), let port = channel.localAddress?.port
        else { throw Refusal.badAddress }
        let isConnected =
            Self.isOwn(request) && session.admits(request.headers[values: .cookie], port: port)
        guard request.method == .post else {
            return await page(target, isConnected: isConnected, isBodyless: request.method == .head)
        }
        if target.path == "/session" {
            let token = try Self.token(in: await body(of: request, limit: 1 << 10, writer, channel))
            let cookie = try session.exchange(token, port: port)
            return .page(PageResponse(status: 204, body: []), more: ["Set-Cookie": cookie])
        }
        guard isConnected else { throw Refusal.noSession }
        switch target.path {
        case "/do":
            let body = try await body(of: request, limit: configuration.limits.actionBytes, writer, channel)
            return .page(await site.act(PageRequest(path: target.path, query: target.query, body: body)))
        case "/upload": return .page(try await receive(request, target, writer, channel))
        default: throw Refusal.notThere
        }
    }

    /// Whether the request comes from our own page, by what the browser says; a visitor from elsewhere gets the welcome whatever the
    /// browser sends along.
    private static func isOwn(_ request: Request) -> Bool {
        HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }.map {
            ["same-origin", "none"].contains($0)
        }
            ?? true
    }

    private func page(_ target: RequestTarget, isConnected: Bool, isBodyless: Bool) async -> Answer {
        switch (target.path, isConnected) {
        case (Self.newsPath, true):
            return isBodyless ? .page(PageResponse(type: EventStreams.type, body: [])) : .news
        case (Self.newsPath, false): return .page(Refusal.noSession.response)
        case (_, true): return .page(await site.page(PageRequest(path: target.path, query: target.query)))
        case (_, false):
            var welcome = site.welcome
            if target.path != "/" { welcome.status = 401 }
            return .page(welcome)
        }
    }

    // MARK: Bodies

    /// The JSON that a request brings.
    private func body(
        of request: Request, limit: Int, _ writer: borrowing ResponseWriter, _ channel: any Channel
    ) async throws -> [UInt8] {
        guard Self.type(of: request) == "application/json" else { throw Refusal.notJSON }
        let length = try Self.length(of: request, limit: limit)
        try await Self.agree(to: request, writer)
        let deadline = Deadline(configuration.limits.bodyTime, channel)
        defer { deadline.cancel() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        for try await part in request.body { bytes += part.readableBytesView }
        guard bytes.count == length else { throw Refusal.badBody }
        return bytes
    }

    /// Keeps what a request brings in a file for the site.
    private func receive(
        _ request: Request, _ target: RequestTarget, _ writer: borrowing ResponseWriter,
        _ channel: any Channel
    ) async throws -> PageResponse {
        guard Self.type(of: request) == "application/octet-stream" else { throw Refusal.notOctets }
        guard
            let name = target.query.first(where: { $0.name == "name" }).flatMap({
                FileName.component(of: $0.value)
            })
        else { throw Refusal.nameless }
        let length = try Self.length(of: request, limit: configuration.uploadLimit)
        try await Self.agree(to: request, writer)
        let upload = try uploads.open(name)
        defer { upload.remove() }
        var deadline = Deadline(configuration.limits.uploadTime, channel)
        defer { deadline.cancel() }
        var progress = 0
        for try await part in request.body {
            try part.withUnsafeReadableBytes { try upload.append($0) }
            progress += part.readableBytes
            if progress >= configuration.limits.uploadProgress {
                progress = 0
                deadline.restart()
            }
        }
        deadline.cancel()
        guard upload.count == length else { throw Refusal.badBody }
        upload.close()
        return await site.receive(UploadedFile(name: name, path: upload.path))
    }

    private static func type(of request: Request) -> String {
        let type =
            request.headers[.contentType]?.split(separator: ";", omittingEmptySubsequences: false).first ?? ""
        return type.lowercased().trimmed
    }

    /// The length that a body says it has; the gate let only those through that say one.
    private static func length(of request: Request, limit: Int) throws(Refusal) -> Int {
        guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else { throw .lengthMissing }
        guard length <= limit else { throw .tooLarge }
        return length
    }

    /// Tells a client that waits to be told that its body is wanted.
    private static func agree(to request: Request, _ writer: borrowing ResponseWriter) async throws {
        if request.headers.contains(.expect) {
            try await writer.writeInformationalHead(HTTPResponse(status: .continue))
        }
    }

    private static func token(in body: [UInt8]) throws(Refusal) -> String {
        guard let json = try? JSONDocument(body), json.kind(of: 0) == .object, json.repeatedKeys.isEmpty,
            let token = json.value(of: "token", in: 0), json.kind(of: token) == .string
        else { throw .badBody }
        return json.string(of: token)
    }
}

extension String {
    /// Without spaces at its ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
