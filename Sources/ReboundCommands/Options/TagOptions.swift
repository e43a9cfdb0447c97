import ArgumentParser
import ReferralGraph
import Workspace

/// Which people to show, by their tags.
struct TagOptions: ParsableArguments {
    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp(
            "Show only people with this tag. Given twice: with both; \"a,b\": with either.", valueName: "tag"),
        completion: NameCompletion.tags, transform: tags)
    var wanted: [[Tag]] = []
    @Option(
        name: .customLong("not-tag"),
        help: ArgumentHelp("Leave out people with this tag; may be repeated.", valueName: "tag"),
        completion: NameCompletion.tags, transform: tags)
    var unwanted: [[Tag]] = []

    /// What the options say.
    var filter: TagFilter { TagFilter(wanted: wanted, unwanted: unwanted.flatMap(\.self)) }

    /// The network with reports on those people only.
    /// - Throws: An ``ExitCode`` after saying which tags there are.
    func narrowed(_ opened: OpenedNetwork) throws(ExitCode) -> OpenedNetwork {
        do { return try opened.showing(filter) } catch { throw Terminal.fail(error, input: opened.title) }
    }

    /// The tags of a list such as `mentor,alumni`.
    static func tags(_ text: String) throws -> [Tag] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
            let word = String(word).trimmed
            if let tag = Tag(word) { return tag }
            let near = Tag(nearestTo: word).map { "; write \($0)" } ?? ""
            throw ValidationError("“\(word)” is no tag: a tag is \(Tag.expected)\(near)")
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let words = split(whereSeparator: \.isWhitespace)
        return words.joined(separator: " ")
    }
}
