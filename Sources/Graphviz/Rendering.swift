/// A finished picture and how it came about.
public struct Rendering: Equatable, Sendable {
    /// The file's bytes; an SVG is UTF-8.
    public let bytes: [UInt8]
    /// The kind of picture.
    public let format: RenderFormat
    /// The rung of the ladder that succeeded.
    public let rung: LayoutRung
    /// What went wrong on the rungs before it, in their order; empty when the first one succeeded.
    public let setbacks: [RenderError]
    /// What Graphviz had to say, one message an entry, without repetitions.
    public let warnings: [String]
    /// What a PDF or PNG shows as empty boxes; an SVG is shown with the fonts of its reader, so `nil` there.
    public let missingCharacters: MissingCharacters?
}

/// What one picture may cost.
public struct RenderLimits: Hashable, Sendable {
    /// The processor time for the whole ladder, in seconds, 0.001 to 86,400. Waiting on a busy machine costs none.
    public let seconds: Double
    /// The memory beyond what an idle worker holds, in bytes.
    public let memoryBytes: Int

    /// Makes limits; values outside the ranges are clamped.
    ///
    /// - Parameters:
    ///   - seconds: The processor time for the whole ladder. A rung that is not the last gets half of what is left, each at
    ///     least its even share.
    ///   - memoryBytes: The memory, 256 MB to 64 GB of address space. 50,000 nodes take about 260 MB; the threads
    ///     in which fonts are looked up take the rest of the least.
    public init(seconds: Double, memoryBytes: Int = 1 << 30) {
        self.seconds = seconds.clamped(to: 0.001...86_400)
        self.memoryBytes = min(max(memoryBytes, 256 << 20), 64 << 30)
    }

    /// For a person who waits: 10 seconds.
    public static let interactive = RenderLimits(seconds: 10)

    /// For a batch: 60 seconds.
    public static let batch = RenderLimits(seconds: 60)
}
