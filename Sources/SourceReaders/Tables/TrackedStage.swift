internal import Foundations
public import ReferralGraph

/// What the word of a job tracker says about where an application stands.
public enum TrackedStage: Equatable, Sendable {
    /// It stands at a stage.
    case stage(Stage)
    /// The job is only saved: nothing was sent.
    case notApplied
    /// No reply came, which is no stage and ends nothing.
    case silence
    /// The user has put it away, however it ended.
    case archived

    /// Reads the word of a tracker: Huntr's, Teal's, and what people write in Notion, Airtable and spreadsheets.
    ///
    /// Letter case, accents, signs, emoji and numbers do not count. A word that could mean two things, such as "Declined", is
    /// none.
    init?(trackersWord text: String) {
        let key = ColumnNames.key(text)
        guard let found = Self.words.first(where: { $0.words.contains(key) })?.stage else { return nil }
        self = found
    }

    /// Reads what the user says that a word means: the name of a stage, `not-applied`, `no-reply` or `archived`.
    init?(named text: String) {
        switch text.lowercased() {
        case "not-applied": self = .notApplied
        case "no-reply": self = .silence
        case "archived": self = .archived
        case let word:
            guard let stage = Stage(rawValue: word) else { return nil }
            self = .stage(stage)
        }
    }

    /// As ``init(named:)`` reads it.
    public var name: String {
        switch self {
        case .stage(let stage): stage.rawValue
        case .notApplied: "not-applied"
        case .silence: "no-reply"
        case .archived: "archived"
        }
    }

    /// What the user can say that a word means.
    static let names = Stage.allCases.map(\.rawValue) + ["not-applied", "no-reply", "archived"]

    private static let words: [(stage: TrackedStage, words: Set<String>)] = [
        (
            .notApplied,
            [
                "wishlist", "wish list", "bookmarked", "bookmark", "saved", "to apply", "not applied",
                "not applied yet", "not yet applied", "interested", "researching", "research", "backlog",
                "to do", "todo", "applying", "preparing", "drafting", "not started", "lead", "idea",
                "merkliste", "gemerkt", "vorgemerkt", "geplant", "a postuler", "enregistre", "guardado",
                "por solicitar",
            ]
        ),
        (
            .stage(.applied),
            [
                "applied", "submitted", "sent", "application sent", "application submitted", "in review",
                "under review", "application in review", "waiting", "awaiting response", "awaiting reply",
                "beworben", "bewerbung gesendet", "postule", "candidature envoyee", "solicitado", "aplicado",
            ]
        ),
        (
            .stage(.screening),
            [
                "screening", "screen", "phone screen", "phone screening", "phone interview",
                "recruiter screen", "recruiter call", "hr screen", "hr call", "intro call",
                "telefoninterview", "entretien telephonique",
            ]
        ),
        (
            .stage(.interview),
            [
                "interview", "interviews", "interviewing", "interviewed", "interview round",
                "interviewing round", "first interview", "second interview", "third interview",
                "1st interview", "2nd interview", "3rd interview", "technical interview", "onsite",
                "on site", "onsite interview", "on site interview", "vorstellungsgesprach", "gesprach",
                "entretien", "entrevista",
            ]
        ),
        (
            .stage(.finalist),
            [
                "finalist", "final", "final round", "final interview", "final stage", "shortlist",
                "shortlisted",
            ]
        ),
        (
            .stage(.offer),
            [
                "offer", "offered", "offer received", "received offer", "job offer", "negotiating",
                "negotiation", "angebot", "offre", "offre recue", "oferta",
            ]
        ),
        (
            .stage(.accepted),
            ["accepted", "hired", "offer accepted", "accepted offer", "i accepted", "signed", "zusage"]
        ),
        (
            .stage(.rejected),
            [
                "rejected", "rejection", "not selected", "unsuccessful", "turned down", "not moving forward",
                "rejected by company", "absage", "abgelehnt", "abgesagt", "refuse", "refusee", "rechazado",
                "rechazada",
            ]
        ),
        (
            .stage(.withdrawn),
            [
                "withdrawn", "withdrew", "i withdrew", "withdraw", "i declined", "declined offer",
                "offer declined", "zuruckgezogen", "retire", "retirado",
            ]
        ),
        (.stage(.onHold), ["on hold", "hold", "paused", "pausiert"]),
        (
            .silence,
            [
                "ghosted", "no response", "no reply", "no answer", "no response yet", "keine antwort",
                "sans reponse", "sin respuesta",
            ]
        ),
        (.archived, ["archived", "archive", "archiviert", "archivado"]),
    ]
}
