internal import NetworkEditing
internal import PageServer
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// One person at a time: how well the seeker knows each, by one key or one press.
struct TriagePage {
    private let context: PageContext
    private let session: TriageSession
    private let isAgain: Bool
    private let tags: [String]
    /// Whether something was said that is not recorded yet.
    private var hasAnswers: Bool { !session.entries.isEmpty }

    /// The sitting so far.
    /// - Throws: ``WorkspaceError/busy(_:)`` while a sitting goes on in a terminal.
    init(_ context: PageContext) throws(WorkspaceError) {
        self.context = context
        isAgain = context.request["again"] != nil
        tags = context.request.values(of: "tag")
        let earlier = try context.shown.own.map { (own) throws(WorkspaceError) in
            try TriageProgress.earlier(of: own)
        }
        var session = TriageSession(
            context.network, resuming: earlier ?? [], today: context.today, again: isAgain, tags: tags)
        if let place = context.request["at"].flatMap({ Int($0) }) {
            session.go(to: min(place, session.queue.count))
        }
        self.session = session
    }

    var content: PageContent {
        let text = TriageText(session, today: context.today)
        return PageContent(
            title: "Triage", subtitle: "How well do you know them? \(text.standing)",
            main: """
                \(card(text))
                <p class="first-acts">\(context.isEditable && hasAnswers ? saving : .empty)\(isAgain ? .empty : "<a class=\"button\" href=\"/triage?again=yes\">Ask about everyone again</a>")</p>
                """)
    }

    private func card(_ text: TriageText) -> HTML {
        guard let card = session.card else {
            return
                "<p>\(session.queue.isEmpty ? "You have said of everyone how well you know them." : "That was the last one.")</p>\(session.position > 0 ? "<p>\(link(session.position - 1, "Back", key: "-"))</p>" : .empty)"
        }
        return """
            <div class="triage-card" aria-live="polite">\(text.written(in: TextStyle()).html(linking: PageAddress.person))</div>
            \(context.isEditable ? answers(card) : .empty)
            """
    }

    private func answers(_ card: TriageSession.Card) -> HTML {
        let next = session.position + 1
        let known = TriageText.answers.map { answer in
            form(
                card, FormParts.hidden("as", answer.word), answer.words, key: String(answer.key), then: next,
                isChosen: card.known == answer.answer)
        }
        return """
            <div class="first-acts" role="group" aria-label="How well you know them">\(known)\(link(next, "Skip", key: "s"))</div>
            <div class="first-acts">
            \(card.company.html { company in form(card, FormParts.hidden("want", "yes"), card.priority == .a ? "No longer want \(company)" : "Want \(company)", key: "w", then: session.position) })
            \(session.position > 0 ? link(session.position - 1, "Back", key: "-") : .empty)
            \(undo)
            </div>
            <form class="filters" data-act="triage-say" data-then="\(address(session.position))">\(common(card))<label>Tag <span class="hidden">(t)</span> <input name="tag" data-page-key="t" autocomplete="off"></label><button>Tag</button></form>
            """
    }

    private var undo: HTML {
        var before = session
        guard !before.undo().isEmpty else { return .empty }
        return """
            <form data-act="triage-say" data-then="\(address(before.position))">\(scope)\(FormParts.hidden("undo", "yes"))<button data-page-key="u">Undo <kbd>u</kbd></button></form>
            """
    }

    private var saving: HTML {
        "<form data-act=\"triage-save\" data-then=\"/people\">\(scope)<button class=\"first\" data-page-key=\"q\">Save <kbd>q</kbd></button></form>"
    }

    private func form(
        _ card: TriageSession.Card, _ said: HTML, _ words: String, key: String, then place: Int,
        isChosen: Bool = false
    ) -> HTML {
        """
        <form data-act="triage-say" data-then="\(address(place))">\(common(card))\(said)<button data-page-key="\(key)"\(isChosen ? " aria-pressed=\"true\" class=\"first\"" as HTML : .empty)>\(words) <kbd>\(key)</kbd></button></form>
        """
    }

    private func common(_ card: TriageSession.Card) -> HTML {
        "\(scope)\(FormParts.hidden("person", card.person.text))\(FormParts.hidden("at", "\(session.position)"))"
    }

    private var scope: HTML {
        "\(isAgain ? FormParts.hidden("again", "yes") : .empty)\(tags.map { FormParts.hidden("only", $0) })"
    }

    private func link(_ place: Int, _ words: String, key: String) -> HTML {
        "<a class=\"button\" data-page-key=\"\(key)\" href=\"\(address(place))\">\(words) <kbd>\(key)</kbd></a>"
    }

    private func address(_ place: Int) -> String {
        "/triage?at=\(place)" + (isAgain ? "&again=yes" : "")
            + tags.map { "&tag=\(percentEncoded($0))" }.joined()
    }
}
