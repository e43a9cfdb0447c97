/// What a mail means for an application, by its words.
///
/// Precision comes first: a mail that says no in one sentence and something else in another is
/// ``Kind-swift.enum/unclear``, and what no one has written into the table of phrases is ``Kind-swift.enum/other``.
public struct MailMeaning: Equatable, Sendable {
    /// What it is.
    public var kind: Kind
    /// The sentences that decide, as they stand in the mail; empty where nothing does.
    public var sentences: [String] = []
    /// The language of the first of them.
    public var language: MailLanguage?
    /// Whether a no comes after an interview.
    public var isAfterInterview = false
    /// Whether a no says that the reader was among the last few.
    public var isFinalist = false
    /// Whether a no says that someone else has the role.
    public var isFilled = false

    /// What a mail can be.
    public enum Kind: String, CaseIterable, Sendable {
        /// An employer's no.
        case rejection
        /// An invitation to an interview, or a question when it suits.
        case invitation
        /// Word that an application has arrived.
        case receipt
        /// A newsletter, a list of jobs, an answer of a machine.
        case noise
        /// Perhaps a no: it says something else as well, or is only sorry.
        case unclear
        /// Anything else.
        case other
    }

    init(_ kind: Kind) { self.kind = kind }
}

/// The words and marks of a mail by which its meaning is known.
package struct MailClues {
    /// The subject; empty where it is that of the mail before.
    package var subject: String
    /// What the writer says, see ``NewMailText``.
    package var text: String
    /// Whether a program answered (RFC 3834).
    package var isAutomaticAnswer: Bool
    /// Whether it went to many.
    package var isOfList: Bool

    package init(subject: String, text: String, isAutomaticAnswer: Bool = false, isOfList: Bool = false) {
        self.subject = subject
        self.text = text
        self.isAutomaticAnswer = isAutomaticAnswer
        self.isOfList = isOfList
    }
}

extension MailMeaning {
    /// Reads the meaning of a mail.
    /// - Complexity: O(text).
    package init(_ clues: MailClues) {
        var findings = PhraseFindings()
        let subject = MailSentence(clues.subject)
        findings.add(subject)
        for sentence in MailSentence.all(in: clues.text) { findings.add(sentence) }
        self.init(.other)
        let isAbsence = PhraseFindings.begins(subject, with: .noiseInSubject)
        if isAbsence || findings.has(.noise) {
            kind = .noise
            return
        }
        let speaksOfApplication = findings.has(.application) || findings.has(.interviewed)
        var noes = findings.of(.no)
        if speaksOfApplication { noes += findings.of(.noInContext) + findings.of(.filled) }
        let invitations = speaksOfApplication ? findings.of(.invitation) : []
        let isContrary = findings.has(.contrary)
        if !noes.isEmpty {
            let isMixed = isContrary || !invitations.isEmpty || clues.isAutomaticAnswer
            decide(isMixed ? .unclear : clues.isOfList && !speaksOfApplication ? .noise : .rejection, noes)
            isAfterInterview = findings.has(.interviewed)
            isFinalist = findings.has(.finalist)
            isFilled = findings.has(.filled)
        } else if !invitations.isEmpty, !isContrary, !clues.isAutomaticAnswer {
            decide(findings.has(.regret) ? .unclear : .invitation, invitations)
        } else if findings.has(.regret), speaksOfApplication, !isContrary, !clues.isAutomaticAnswer {
            decide(.unclear, findings.of(.regret))
        } else if findings.isReceipt, !isContrary, !findings.has(.regret) {
            decide(.receipt, findings.of(.receipt) + findings.of(.thanks))
        } else if clues.isAutomaticAnswer || clues.isOfList {
            kind = .noise
        }
    }

    private mutating func decide(_ kind: Kind, _ findings: [PhraseFindings.Finding]) {
        self.kind = kind
        let ordered = findings.sorted { $0.sentence < $1.sentence }
        language = ordered.first?.language
        for finding in ordered where sentences.last != finding.text && sentences.count < 4 {
            sentences.append(finding.text)
        }
    }
}

/// The phrases that count in the sentences of a mail.
private struct PhraseFindings {
    private var findings: [MailSign: [Finding]] = [:]
    private var count = 0

    struct Finding {
        var text: String
        var sentence: Int
        var language: MailLanguage
    }

    func has(_ sign: MailSign) -> Bool { findings[sign] != nil }

    var isReceipt: Bool { has(.receipt) || has(.thanks) && has(.review) }

    func of(_ sign: MailSign) -> [Finding] { findings[sign] ?? [] }

    mutating func add(_ sentence: MailSentence) {
        count += 1
        let found = MailPhraseIndex.all.found(in: sentence.words[...])
        let conditions = found.filter { $0.phrase.sign == .condition }.map(\.words.lowerBound).filter {
            !Self.concedes(sentence, before: $0)
        }
        let firstCondition = conditions.min() ?? Int.max
        let conditionalClauses = Set(conditions.map { sentence.clauses[$0] })
        let isReport = found.contains { $0.phrase.sign == .report }
        let isLimited = found.contains { $0.phrase.sign == .limit }
        for (phrase, words) in found {
            switch phrase.sign {
            case .application, .noise, .regret, .review: break
            case .interviewed, .finalist:
                if Self.isDenied(sentence, words) || Self.hasDenial(sentence, words) { continue }
            case .no, .noInContext, .filled, .receipt, .thanks, .contrary, .invitation:
                let isAsked = sentence.isQuestion && phrase.sign != .invitation && phrase.sign != .contrary
                if isAsked || (isReport || isLimited) && phrase.sign != .contrary
                    || Self.isDenied(sentence, words)
                {
                    continue
                }
                let saysYes = [.receipt, .thanks, .invitation].contains(phrase.sign)
                if saysYes, Self.hasDenial(sentence, words) { continue }
                // A condition reaches what comes behind it, and the clause in which it stands.
                let isConditional =
                    firstCondition < words.upperBound
                    || phrase.sign != .contrary
                        && conditionalClauses.contains(sentence.clauses[words.upperBound - 1])
                if isConditional { continue }
            case .noiseInSubject, .condition, .limit, .report: continue
            }
            findings[phrase.sign, default: []].append(
                Finding(text: sentence.text, sentence: count, language: phrase.language))
        }
    }

    /// Whether a sentence begins with a phrase, apart from a word or two.
    static func begins(_ sentence: MailSentence, with sign: MailSign) -> Bool {
        MailPhraseIndex.all.found(in: sentence.words.prefix(5)).contains {
            $0.phrase.sign == sign && $0.words.lowerBound <= 2
        }
    }

    /// Whether a condition is none, as in `even if`.
    private static func concedes(_ sentence: MailSentence, before word: Int) -> Bool {
        word > 0 && ["auch", "selbst", "even", "meme", "incluso", "as"].contains(sentence.words[word - 1])
    }

    /// Whether what is said is denied by a word shortly before it; not what begins with such a word itself.
    private static func isDenied(_ sentence: MailSentence, _ said: Range<Int>) -> Bool {
        if denials.contains(String(sentence.words[said.lowerBound])) { return false }
        let clause = sentence.clauses[said.lowerBound]
        return (max(0, said.lowerBound - 4)..<said.lowerBound).contains {
            sentence.clauses[$0] == clause && denials.contains(String(sentence.words[$0]))
        }
    }

    /// Whether a word of denial stands in the middle of what is said.
    private static func hasDenial(_ sentence: MailSentence, _ said: Range<Int>) -> Bool {
        said.contains { denials.contains(String(sentence.words[$0])) }
    }

    private static let denials: Set<String> = [
        "not", "cannot", "t", "never", "no", "unable", "without", "nicht", "kein", "keine", "keinen",
        "keiner", "ohne", "nie",
        "pas", "ne", "n", "sans", "jamais", "sin", "nunca",
    ]
}
