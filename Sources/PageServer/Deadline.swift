internal import NIOCore

/// The time that a client has to send its body: when it is over, whoever reads the body gets ``Refusal/slow``.
struct Deadline {
    private let time: TimeAmount
    private let channel: any Channel
    private var timer: Scheduled<Void>

    init(_ time: Duration, _ channel: any Channel) {
        self.time = TimeAmount(time)
        self.channel = channel
        timer = Self.schedule(self.time, channel)
    }

    /// Gives the whole time again.
    mutating func restart() {
        timer.cancel()
        timer = Self.schedule(time, channel)
    }

    func cancel() { timer.cancel() }

    private static func schedule(_ time: TimeAmount, _ channel: any Channel) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: time) { channel.pipeline.fireErrorCaught(Refusal.slow) }
    }
}
