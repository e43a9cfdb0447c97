internal import GraphAlgorithms

/// The first page of a graph file, version 1.
///
/// All numbers are little-endian. The page holds, from its start: 8 bytes of magic; the version and the flags, 32 bits
/// each; the number of nodes, of arcs and of bytes of the whole file, 64 bits each; for each of the six parts the number
/// of bytes and the checksum, 64 bits each; zeros; and in its last 8 bytes the checksum of all before. The parts follow
/// in order, each filled up with zeros to a whole number of pages, which their checksums cover too: there is no byte
/// whose change goes unnoticed.
struct GraphFileHeader: Equatable {
    /// Arrays of the graph and its labels, in the order of the file.
    enum Part: Int, CaseIterable {
        case offsets, targets, weights, labels, labelEnds, labelOrder

        var name: String {
            switch self {
            case .offsets: "row offsets"
            case .targets: "arc targets"
            case .weights: "weights"
            case .labels: "labels"
            case .labelEnds: "label ends"
            case .labelOrder: "label order"
            }
        }
    }

    struct Flags: OptionSet {
        let rawValue: UInt32
        static let isDirected = Flags(rawValue: 1)
        static let isWeighted = Flags(rawValue: 2)
        static let hasNumbers = Flags(rawValue: 4)
        static let hasNames = Flags(rawValue: 8)
        static let hasLabelOrder = Flags(rawValue: 16)
        static let known = Flags(rawValue: 31)
    }

    static let pageBytes = 4_096
    /// A byte that no text starts with, and line ends that a text-mode copy would change.
    static let magic: [UInt8] = [0x89, 0x52, 0x47, 0x52, 0x0D, 0x0A, 0x1A, 0x0A]
    static let version: UInt32 = 1

    var flags: Flags
    var nodeCount: UInt64
    var arcCount: UInt64
    /// The number of bytes of each part, padding left out.
    var partBytes: [UInt64]
    var partChecksums = [UInt64](repeating: 0, count: Part.allCases.count)

    /// Where each part starts, and the end of the file; `nil` when that is more than 64 bits hold.
    var starts: [UInt64]? {
        var starts = [UInt64(Self.pageBytes)]
        for bytes in partBytes {
            let page = UInt64(Self.pageBytes)
            guard bytes <= UInt64(Int64.max) / 8 else { return nil }
            starts.append(starts[starts.count - 1] + (bytes + page - 1) / page * page)
        }
        return starts
    }

    /// The part of a share of some work that goes through the whole file that falls to a part of it.
    func share(of part: Part, in whole: ClosedRange<Double>) -> ClosedRange<Double> {
        guard let starts else { return whole }
        let end = Double(starts[starts.count - 1])
        return whole.part(Double(starts[part.rawValue]) / end, Double(starts[part.rawValue + 1]) / end)
    }

    /// How many bytes each part of fixed length must have; `nil` for the bytes of names.
    func expectedBytes(of part: Part) -> UInt64? {
        switch part {
        case .offsets: 4 * (nodeCount + 1)
        case .targets: 4 * arcCount
        case .weights: flags.contains(.isWeighted) ? 8 * arcCount : 0
        case .labels: flags.contains(.hasNames) ? nil : flags.contains(.hasNumbers) ? 4 * nodeCount : 0
        case .labelEnds: flags.contains(.hasNames) ? 8 * (nodeCount + 1) : 0
        case .labelOrder: flags.contains(.hasLabelOrder) ? 4 * nodeCount : 0
        }
    }

    /// The page.
    var bytes: [UInt8] {
        var page = Self.magic
        func append<Number: FixedWidthInteger>(_ number: Number) {
            withUnsafeBytes(of: number.littleEndian) { page += $0 }
        }
        append(Self.version)
        append(flags.rawValue)
        append(nodeCount)
        append(arcCount)
        append(starts?.last ?? 0)
        for part in Part.allCases {
            append(partBytes[part.rawValue])
            append(partChecksums[part.rawValue])
        }
        page += [UInt8](repeating: 0, count: Self.pageBytes - 8 - page.count)
        append(Checksum.of(page))
        return page
    }
}

extension GraphFileHeader {
    /// Reads and checks a page.
    /// - Parameters:
    ///   - page: The first bytes of a file, at most a page of them.
    ///   - fileBytes: The length of the whole file.
    init(_ page: [UInt8], path: String, fileBytes: UInt64) throws(GraphFileError) {
        guard page.count >= 16, page.starts(with: Self.magic) else { throw .notAGraphFile(path: path) }
        func number<Number: FixedWidthInteger>(at position: Int) -> Number {
            page.withUnsafeBytes {
                Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
            }
        }
        let version: UInt32 = number(at: 8)
        guard version == Self.version else {
            throw .unsupportedVersion(version, supported: Self.version)
        }
        guard page.count == Self.pageBytes else {
            throw .wrongLength(expected: UInt64(Self.pageBytes), actual: fileBytes)
        }
        guard number(at: Self.pageBytes - 8) == Checksum.of(Array(page.dropLast(8))) else {
            throw .damaged(part: "header bytes")
        }
        flags = Flags(rawValue: number(at: 12))
        nodeCount = number(at: 16)
        arcCount = number(at: 24)
        let written: UInt64 = number(at: 32)
        partBytes = Part.allCases.map { number(at: 40 + 16 * $0.rawValue) }
        partChecksums = Part.allCases.map { number(at: 48 + 16 * $0.rawValue) }

        guard flags.isSubset(of: .known), !flags.isSuperset(of: [.hasNumbers, .hasNames]) else {
            throw .invalid(part: "header", reason: "the flags are \(flags.rawValue)")
        }
        guard nodeCount < UInt32.max, arcCount < UInt32.max else {
            throw .invalid(part: "header", reason: "there are \(nodeCount) nodes and \(arcCount) arcs")
        }
        for part in Part.allCases {
            if let expected = expectedBytes(of: part), partBytes[part.rawValue] != expected {
                throw .invalid(
                    part: "header",
                    reason: "the \(part.name) have \(partBytes[part.rawValue]) bytes instead of \(expected)")
            }
        }
        guard let starts, starts[starts.count - 1] == written else {
            throw .invalid(part: "header", reason: "the parts do not add up to \(written) bytes")
        }
        guard written == fileBytes else { throw .wrongLength(expected: written, actual: fileBytes) }
    }
}
