/// Removes someone from recorded entities, one at a time, without a trace. Every past state of an entity can be treated on
/// its own, and equal states stay equal.
public struct PersonErasure: Sendable {
    /// Under which identifiers the person was known.
    public var ids: Set<PersonID>
    /// The talks that no one is left in.
    public var emptiedInteractions: Set<InteractionID>
    /// New identifiers of talks whose old one holds the name.
    public var renamedInteractions: [InteractionID: InteractionID]
    /// What is taken out of notes and other free text; `nil` leaves it.
    public var mention: PersonMention?

    /// Makes an erasure.
    public init(
        ids: Set<PersonID>, emptiedInteractions: Set<InteractionID> = [],
        renamedInteractions: [InteractionID: InteractionID] = [:], mention: PersonMention? = nil
    ) {
        self.ids = ids
        self.emptiedInteractions = emptiedInteractions
        self.renamedInteractions = renamedInteractions
        self.mention = mention
    }

    /// A person without a word of the one erased; `nil` for that one.
    public func erased(_ person: Person) -> Person? {
        guard !ids.contains(person.id) else { return nil }
        var person = person
        person.distinctFrom.removeAll(where: ids.contains)
        blank(&person.observations)
        blank(&person.away)
        blank(&person.signals)
        blank(&person.notBeforeReason)
        blank(&person.tags)
        return person
    }

    /// A company without a word of the person.
    public func erased(_ company: Company) -> Company {
        var company = company
        blank(&company.closed)
        blank(&company.signals)
        return company
    }

    /// A role without the person's part in it.
    public func erased(_ opportunity: Opportunity) -> Opportunity {
        var opportunity = opportunity
        opportunity.participants.removeAll { ids.contains($0.person) }
        for index in opportunity.stages.indices {
            opportunity.stages[index].people.removeAll(where: ids.contains)
            blank(&opportunity.stages[index].note)
        }
        for index in opportunity.feedback.indices {
            if let from = opportunity.feedback[index].from, ids.contains(from) {
                opportunity.feedback[index].from = nil
            }
            opportunity.feedback[index].text = blanked(opportunity.feedback[index].text)
        }
        return opportunity
    }

    /// A tie of two others; `nil` for one of the person's.
    public func erased(_ tie: Tie) -> Tie? {
        guard !ids.contains(tie.from), !ids.contains(tie.to) else { return nil }
        var tie = tie
        blank(&tie.how)
        return tie
    }

    /// A referral from one to another of those who are left; `nil` for one of the person's.
    public func erased(_ referral: Referral) -> Referral? {
        guard !ids.contains(referral.from), !ids.contains(referral.to) else { return nil }
        var referral = referral
        if let interaction = referral.interaction {
            referral.interaction =
                emptiedInteractions.contains(interaction)
                ? nil : renamedInteractions[interaction] ?? interaction
        }
        blank(&referral.note)
        return referral
    }

    /// A talk with the people who remain; `nil` when there are none.
    public func erased(_ interaction: Interaction) -> Interaction? {
        var interaction = interaction
        interaction.people.removeAll(where: ids.contains)
        guard !interaction.people.isEmpty else { return nil }
        if let id = interaction.id, let other = renamedInteractions[id] { interaction.id = other }
        blank(&interaction.thread)
        blank(&interaction.subject)
        blank(&interaction.note)
        if let what = interaction.promise?.what { interaction.promise?.what = blanked(what) }
        return interaction
    }

    /// A target, without the person's name in its source.
    public func erased(_ target: Target) -> Target {
        var target = target
        blank(&target.source)
        return target
    }

    // MARK: Free text

    private func blanked(_ text: String) -> String { mention?.removed(from: text) ?? text }

    private func blank(_ text: inout String?) { text = text.map(blanked) }
    private func blank(_ texts: inout [String]) {
        if mention != nil { texts = texts.map(blanked).uniqued() }
    }
    private func blank(_ absences: inout [Absence]) {
        for index in absences.indices { blank(&absences[index].note) }
    }
    private func blank(_ signals: inout [Signal]) {
        for index in signals.indices { blank(&signals[index].note) }
    }
}

/// Where free text names someone: by the whole name or a word of it, an address, a number or a page.
///
/// Letter case and accents do not count; a word counts as a whole word only.
public struct PersonMention: Sendable {
    /// Folded words of the name that fit no one else.
    private let words: Set<String>
    /// Names of several words, folded word by word.
    private let phrases: [[String]]
    /// Addresses, numbers and pages, folded; found inside other text, too.
    private let details: [String]

    /// What stands in place of what was taken out.
    public static let blank = "…"

    /// Makes the mentions of a person.
    /// - Parameters:
    ///   - names: The name and the other names.
    ///   - details: Addresses, numbers, pages, identifiers.
    ///   - others: Names of other people and of companies. A word that is in one of them names the person beside others
    ///     only, and a name that one of them holds not at all.
    public init(names: [String], details: [String], others: [String]) {
        let others = others.map(Self.words(of:))
        let shared = Set(others.joined())
        let phrases = names.map(Self.words(of:)).filter { !$0.isEmpty }
        // A single letter or the "de" of a name is a word like others.
        words = Set(phrases.joined().filter { $0.count > 2 && !shared.contains($0) })
        self.phrases = phrases.filter { phrase in
            phrase.count > 1 && !others.contains { Self.isFound(phrase, in: $0) }
        }
        self.details = details.map { foldedName($0) }.filter { $0.count > 4 }.uniqued()
            .sorted { ($0.count, $0) > ($1.count, $1) }
    }

    /// The words of a name, folded.
    private static func words(of name: String) -> [String] { runs(in: name).map(\.folded) }

    private static func isFound(_ phrase: [String], in words: [String]) -> Bool {
        words.indices.contains { words[$0...].starts(with: phrase) }
    }

    /// Whether a text names the person.
    public func isFound(in text: String) -> Bool { removed(from: text) != text }

    /// A text with `…` for each mention.
    /// - Complexity: O(text x names).
    public func removed(from text: String) -> String {
        var text = text
        for detail in details { text = Self.removed(detail, from: text) }
        let runs = Self.runs(in: text)
        var isName = [Bool](repeating: false, count: runs.count)
        for index in runs.indices {
            if words.contains(runs[index].folded) { isName[index] = true }
            for phrase in phrases
            where index + phrase.count <= runs.count
                && zip(runs[index...], phrase).allSatisfy({ $0.folded == $1 })
            {
                for offset in phrase.indices { isName[index + offset] = true }
            }
        }
        guard isName.contains(true) else { return text }
        var result = ""
        var end = text.startIndex
        var index = 0
        while index < runs.count {
            guard isName[index] else {
                index += 1
                continue
            }
            var last = index
            while last + 1 < runs.count, isName[last + 1] { last += 1 }
            result += text[end..<runs[index].range.lowerBound] + Self.blank
            end = runs[last].range.upperBound
            index = last + 1
        }
        return result + text[end...]
    }

    private static func removed(_ detail: String, from text: String) -> String {
        let wanted = detail.filter { !$0.isWhitespace }
        guard foldedName(text).filter({ !$0.isWhitespace }).contains(wanted) else { return text }
        // Character by character, because folding changes lengths.
        let characters = Array(text)
        let folded = characters.map { foldedName(String($0)) }
        var result = ""
        var index = 0
        while index < characters.count {
            var (end, rest) = (index, wanted[...])
            while end < characters.count, !rest.isEmpty {
                if folded[end].isEmpty {
                    end += 1
                } else if rest.hasPrefix(folded[end]) {
                    rest = rest.dropFirst(folded[end].count)
                    end += 1
                } else {
                    break
                }
            }
            if rest.isEmpty, !folded[index].isEmpty {
                result += blank
                index = end
            } else {
                result.append(characters[index])
                index += 1
            }
        }
        return result
    }

    private struct Run {
        var folded: String
        var range: Range<String.Index>
    }

    /// The words of a text.
    private static func runs(in text: String) -> [Run] {
        var runs: [Run] = []
        var start: String.Index?
        for index in text.indices + [text.endIndex] {
            let isLetter = index < text.endIndex && (text[index].isLetter || text[index].isNumber)
            if isLetter, start == nil { start = index }
            if !isLetter, let first = start {
                runs.append(Run(folded: foldedName(String(text[first..<index])), range: first..<index))
                start = nil
            }
        }
        return runs
    }
}
