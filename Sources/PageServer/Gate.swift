internal import NIOCore
internal import NIOHTTP1

/// Stands at the door of a connection, right behind the HTTP parser: lets requests through that the guard admits, answers the
/// others itself, and ends connections that are slow, refused or over.
///
/// The last answer of a connection says `Connection: close`. Nothing that arrives behind it is read as a request; the client
/// has a moment to read why, and then the connection is closed under it.
final class Gate: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let requests: RequestGuard
    private let limits: ConnectionLimits
    /// Requests that went through and have no whole answer yet.
    private var unanswered = 0
    /// The body of the last one is still arriving.
    private var isBodyOpen = false
    /// No request is taken after those that went through.
    private var isLast = false
    /// What arrives is thrown away.
    private var isDiscarding = false
    /// What to send once those before it have their answers.
    private var waiting: (refusal: Refusal, isBodyless: Bool)?
    /// The answer under way is a stream of news.
    private var isStreaming = false
    private var inputIsClosed = false
    /// Answers that are not wholly in the kernel's hands.
    private var unsent = 0
    /// The output ends once they are.
    private var isClosing = false
    /// Closes a connection that asks nothing, or was told that it is over.
    private var restTimer: Scheduled<Void>?
    /// Closes a connection whose client does not read.
    private var readerTimer: Scheduled<Void>?

    init(requests: RequestGuard, limits: ConnectionLimits) {
        self.requests = requests
        self.limits = limits
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard !isLast else {
                isDiscarding = true
                return
            }
            restTimer?.cancel()
            if let refusal = requests.refusal(of: head) {
                refuse(refusal, isBodyless: head.method == .HEAD, context: context)
                return
            }
            unanswered += 1
            isBodyOpen = true
            isLast = !head.isKeepAlive
        case .body: break
        case .end: if !isDiscarding { isBodyOpen = false }
        }
        if !isDiscarding { context.fireChannelRead(data) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            context.fireErrorCaught(error)
            return
        }
        if isBodyOpen, !isDiscarding {
            // Whoever reads the body has to know that there is no more of it.
            context.fireErrorCaught(Refusal.badBody)
        } else if !isLast {
            refuse(error == .headerOverflow ? .headerTooLarge : .notHTTP, isBodyless: false, context: context)
        }
    }

    private func refuse(_ refusal: Refusal, isBodyless: Bool, context: ChannelHandlerContext) {
        restTimer?.cancel()
        isLast = true
        isDiscarding = true
        waiting = (refusal, isBodyless)
        if unanswered == 0 { sendWaiting(context: context) }
    }

    private func sendWaiting(context: ChannelHandlerContext) {
        guard let (refusal, isBodyless) = waiting else { return }
        waiting = nil
        let response = refusal.response
        var fields = HTTPHeaders(
            SecurityHeaders.fields(of: response) + refusal.fields.map { ($0.key, $0.value) })
        fields.add(name: "Connection", value: "close")
        fields.add(name: "Content-Length", value: "\(response.body.count)")
        let head = HTTPResponseHead(
            version: .http1_1, status: .init(statusCode: response.status), headers: fields)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !isBodyless {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
        }
        send(.end(nil), promise: nil, context: context)
    }

    // MARK: Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if head.headers["connection"] == ["close"] {
                isLast = true
                isDiscarding = true
            } else if isLast, unanswered == 1, waiting == nil, head.status.code >= 200 {
                head.headers.replaceOrAdd(name: "Connection", value: "close")
            }
            isStreaming = head.headers["content-type"] == [EventStreams.type]
            context.write(wrapOutboundOut(.head(head)), promise: promise)
            if isStreaming && inputIsClosed { context.close(promise: nil) }
        case .body: context.write(data, promise: promise)
        case .end:
            unanswered -= 1
            isStreaming = false
            send(unwrapOutboundIn(data), promise: promise, context: context)
            if unanswered == 0 { sendWaiting(context: context) }
        }
    }

    /// Sends the end of an answer, and watches when it is really gone.
    private func send(
        _ end: HTTPServerResponsePart, promise: EventLoopPromise<Void>?, context: ChannelHandlerContext
    ) {
        let sent = promise ?? context.eventLoop.makePromise()
        unsent += 1
        sent.futureResult.assumeIsolated().whenComplete { _ in
            self.unsent -= 1
            let isDone = self.unsent == 0 && self.unanswered == 0 && self.waiting == nil
            if isDone, context.channel.isActive { self.rest(context: context) }
        }
        context.writeAndFlush(wrapOutboundOut(end), promise: sent)
    }

    /// Everything is answered: ends the connection if nothing more is taken, or waits for the next request.
    private func rest(context: ChannelHandlerContext) {
        if isLast || isClosing {
            isDiscarding = true
            context.close(mode: .output, promise: nil)
        }
        // Closing the last one at once would reset the connection, and with it the answer that the client has yet to read.
        restTimer?.cancel()
        restTimer = closing(context.channel, after: isLast ? limits.lingeringTime : limits.headerTime)
    }

    /// Ending the output would lose what has not been sent yet, once the input has ended.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .output, unsent > 0 {
            isClosing = true
            promise?.succeed()
        } else {
            context.close(mode: mode, promise: promise)
        }
    }

    // MARK: Time

    private func closing(_ channel: any Channel, after time: Duration) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: TimeAmount(time)) { channel.close(promise: nil) }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        readerTimer?.cancel()
        readerTimer = context.channel.isWritable ? nil : closing(context.channel, after: limits.readerTime)
        context.fireChannelWritabilityChanged()
    }

    // MARK: Beginning and end

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { rest(context: context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        rest(context: context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        restTimer?.cancel()
        readerTimer?.cancel()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            isLast = true
            if unanswered == 0 { context.close(promise: nil) }
        case ChannelEvent.inputClosed:
            inputIsClosed = true
            // A page that is gone needs no news.
            if isStreaming { context.close(promise: nil) }
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }
}
