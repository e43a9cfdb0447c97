public import Playbook

/// The stalled threads with the applications that wait for a word: what `stalled` says.
public struct StalledReport: Sendable, Equatable, Encodable {
    /// The threads with people.
    public var threads: StalledThreads
    /// The applications; `nil` where people are chosen by tags.
    public var applications: ApplicationRecord?

    private enum CodingKeys: String, CodingKey { case applications }

    /// Encodes the threads as they are, with the applications beside them.
    public func encode(to encoder: any Encoder) throws {
        try threads.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(applications, forKey: .applications)
    }
}

extension NetworkAnalysis {
    /// The stalled threads, and the applications that wait for a word.
    /// - Complexity: See ``applications``.
    public var stalledReport: StalledReport {
        StalledReport(threads: stalledThreads, applications: shown == nil ? applications : nil)
    }
}
