/// What a server shows: pages, actions, uploads and news. The server has checked who asks before it calls any of them,
/// except for ``welcome``.
public protocol PageSite: Sendable {
    /// The page for someone without a session, whose script exchanges the token in the address for one.
    var welcome: PageResponse { get }

    /// A page, or a part of one.
    func page(_ request: PageRequest) async -> PageResponse

    /// Carries out what a body of JSON asks for.
    func act(_ request: PageRequest) async -> PageResponse

    /// Takes in a file that was sent whole, and is removed unless the site moves it elsewhere.
    func receive(_ file: UploadedFile) async -> PageResponse

    /// News for an open page, each a line of JSON, until the page goes or the server ends.
    func news() -> AsyncStream<String>
}

/// A request that the server let through.
public struct PageRequest: Sendable, Equatable {
    /// The path, percent-decoded: it starts with one `/`, is UTF-8, and has no empty segment, `.`, `..` or control
    /// character.
    public let path: String
    /// What stands behind the `?`, decoded, in order.
    public let query: [QueryItem]
    /// The body; empty unless the request acts.
    public let body: [UInt8]

    /// A name and a value of a query.
    public struct QueryItem: Sendable, Equatable {
        /// The name; empty if there is none.
        public var name: String
        /// The value; empty if there is none.
        public var value: String

        /// Makes an item.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Makes a request.
    public init(path: String, query: [QueryItem] = [], body: [UInt8] = []) {
        self.path = path
        self.query = query
        self.body = body
    }

    /// The first value of a name in the query.
    public subscript(name: String) -> String? { query.first { $0.name == name }?.value }

    /// All values of a name in the query.
    public func values(of name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }
}

/// A file that was sent to the server.
public struct UploadedFile: Sendable, Equatable {
    /// The name it was sent under: one component of a path, for the reader alone.
    public let name: String
    /// Where it lies.
    public let path: String

    /// Makes a file that was sent.
    public init(name: String, path: String) {
        self.name = name
        self.path = path
    }
}

/// What the server sends back. It adds the headers that keep a page private.
public struct PageResponse: Sendable, Equatable {
    /// The status of HTTP.
    public var status: Int
    /// The media type of the body.
    public var type: String
    /// The body.
    public var body: [UInt8]
    /// The page's `Content-Security-Policy`; the strictest one without it. No page can be framed, whatever it says.
    public var contentPolicy: String?
    /// The name under which a browser saves the body in place of showing it.
    public var savedAs: String?

    /// Makes a response; a page of HTML unless told otherwise.
    public init(
        status: Int = 200, type: String = "text/html; charset=utf-8", body: [UInt8],
        contentPolicy: String? = nil, savedAs: String? = nil
    ) {
        self.status = status
        self.type = type
        self.body = body
        self.contentPolicy = contentPolicy
        self.savedAs = savedAs
    }
}
