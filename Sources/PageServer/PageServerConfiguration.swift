/// Where a server listens, when it ends by itself, and what it takes in.
public struct PageServerConfiguration: Sendable {
    /// The port; 0 for one that is free.
    public var port: Int
    /// The time without a request and without an open page after which the server ends; `nil` to go on until it is told.
    public var idleTime: Duration?
    /// The most bytes of an uploaded file.
    public var uploadLimit: Int
    /// The folder in which a private folder for uploads is made.
    public var temporaryFolder: String
    /// The limits on a connection.
    package var limits = ConnectionLimits()
    /// Whether SIGINT, SIGTERM and SIGHUP end the server.
    package var endsOnSignals = true

    /// Makes a configuration.
    /// - Parameters:
    ///   - port: The port; 0 for one that is free.
    ///   - idleTime: The time without a request and without an open page after which the server ends; `nil` to go on.
    ///   - uploadLimit: The most bytes of an uploaded file.
    ///   - temporaryFolder: The folder in which a private folder for uploads is made.
    public init(
        port: Int = 0, idleTime: Duration? = nil, uploadLimit: Int = 2 << 30, temporaryFolder: String = "/tmp"
    ) {
        self.port = port
        self.idleTime = idleTime
        self.uploadLimit = uploadLimit
        self.temporaryFolder = temporaryFolder
    }
}

/// What a connection may send, how long it may take, and how many there may be.
package struct ConnectionLimits: Sendable {
    /// The most bytes of a header field, and of a request's first line.
    package var fieldBytes = 8 << 10
    /// The most bytes of all header fields of a request.
    package var headerBytes = 16 << 10
    /// The most header fields of a request.
    package var fieldCount = 64
    /// The most connections at each address; more wait until one is closed.
    package var connections = 256
    /// The time for a whole header, from the start of the connection or the end of the last answer.
    package var headerTime = Duration.seconds(10)
    /// The time for the body of an action.
    package var bodyTime = Duration.seconds(10)
    /// The most bytes of an action.
    package var actionBytes = 1 << 20
    /// The time in which an upload has to go on by ``uploadProgress`` bytes.
    package var uploadTime = Duration.seconds(30)
    /// The bytes by which an upload has to go on in ``uploadTime``.
    package var uploadProgress = 64 << 10
    /// The time after which a client that reads nothing of its answer is left.
    package var readerTime = Duration.seconds(60)
    /// The time that a refused client has to read why before the connection is closed under it.
    package var lingeringTime = Duration.seconds(1)
    /// The time between two signs of life on a stream of news.
    package var heartbeat = Duration.seconds(15)
    /// The most streams of news; the oldest ends for one more.
    package var streams = 32
    /// The wrong start tokens in a row after which no more are looked at for ``tokenPause``.
    package var wrongTokens = 20
    /// The time in which no start tokens are looked at.
    package var tokenPause = Duration.seconds(10)
    /// The time that requests under way have to end in when the server ends.
    package var endingTime = Duration.seconds(1)

    package init() {}
}
