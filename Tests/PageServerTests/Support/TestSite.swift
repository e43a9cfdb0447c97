import Glibc
import PageServer
import Synchronization

/// A site that remembers what reached it.
final class TestSite: PageSite {
    let welcome = PageResponse(body: Array("welcome".utf8), contentPolicy: "script-src 'sha256-x'")
    private let state = Mutex((seen: [String](), news: [AsyncStream<String>.Continuation]()))
    private let (gates, gate) = AsyncStream<Void>.makeStream()

    /// What reached the site.
    var seen: [String] { state.withLock { $0.seen } }
    /// The streams of news that were asked for.
    var streamCount: Int { state.withLock { $0.news.count } }

    func page(_ request: PageRequest) async -> PageResponse {
        note("page \(request.path)")
        switch request.path {
        case "/": return PageResponse(body: Array("home".utf8))
        case "/large": return PageResponse(body: [UInt8](repeating: 0x78, count: 8 << 20))
        case "/saved":
            return PageResponse(type: "text/csv", body: [], savedAs: request["as"])
        case "/framed": return PageResponse(body: [], contentPolicy: "frame-ancestors *; script-src 'self'")
        case "/split":
            return PageResponse(type: "text/html\r\nX-Injected: 1", body: [], savedAs: "a\r\nX-Injected: 1")
        case "/held":
            for await _ in gates {}
            return PageResponse(body: Array("held".utf8))
        case "/echo":
            return PageResponse(
                body: Array(request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&").utf8))
        default: return PageResponse(status: 404, body: Array("nothing at \(request.path)".utf8))
        }
    }

    func act(_ request: PageRequest) async -> PageResponse {
        note("act \(String(decoding: request.body, as: UTF8.self))")
        return PageResponse(type: "application/json", body: request.body)
    }

    func receive(_ file: UploadedFile) async -> PageResponse {
        var status = stat()
        stat(file.path, &status)
        let mode = String(status.st_mode & 0o777, radix: 8)
        let folder = String(file.path.dropLast(file.name.utf8.count + 1))
        stat(folder, &status)
        note("receive \(file.name)")
        return PageResponse(
            type: "text/plain",
            body: Array(
                "\(file.path) \(size(of: file.path)) \(mode) \(String(status.st_mode & 0o777, radix: 8))".utf8
            ))
    }

    func news() -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream<String>.makeStream()
        state.withLock { $0.news.append(continuation) }
        return stream
    }

    /// Tells all who listen.
    func tell(_ text: String) {
        for continuation in state.withLock({ $0.news }) { continuation.yield(text) }
    }

    /// Lets the page `/held` go on.
    func release() { gate.finish() }

    private func note(_ text: String) { state.withLock { $0.seen.append(text) } }

    private func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : -1
    }
}
