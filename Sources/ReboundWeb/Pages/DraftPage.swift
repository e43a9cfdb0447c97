internal import Foundations
internal import MessageDrafts
internal import NetworkEditing
internal import PageServer
internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The message that is due with someone, to be edited, copied, opened in a mail program, and recorded once it is sent.
struct DraftPage {
    let context: PageContext
    private let person: Person

    init(_ context: PageContext) throws(WorkspaceError) {
        self.context = context
        person = try context.askedPerson()
    }

    private var analysis: NetworkAnalysis { context.shown.opened.analysis }

    var content: PageContent {
        get throws(WorkspaceError) {
            let main: HTML
            do throws(WorkspaceError) { main = try form(try draft()) } catch {
                guard case .draft(let problem, let today) = error else { throw error }
                main = DraftProblem(problem, today: today, for: person, in: context).html
            }
            return PageContent(title: "Write to \(person.name)", main: main, isDialog: true)
        }
    }

    /// The draft as a file, with the text as it was edited.
    func mail() throws(WorkspaceError) -> PageResponse {
        var draft = try draft()
        draft.subject = context.request["subject"] ?? draft.subject
        draft.body = context.request["body"] ?? draft.body
        do throws(MailProblem) {
            return PageResponse(
                type: "message/rfc822", body: try MailFile(draft).bytes, savedAs: "\(person.id.text).eml")
        } catch {
            throw .mail(error)
        }
    }

    private func draft() throws(WorkspaceError) -> Draft {
        try context.shown.opened.draft(
            DraftRequest(
                to: person.id, ruleName: context.request["for"],
                channel: try context.draftChannel, words: try context.draftFacts,
                templates: try context.view.settings.templates.map(TemplateCatalog.init(path:))
                    ?? TemplateCatalog()))
    }

    private func form(_ draft: Draft) throws(WorkspaceError) -> HTML {
        let due = try context.shown.dueNext(with: person.id).today(with: person.id).filter(\.isContact)
        let isDue = due.contains { $0.rule == draft.rule }
        let why = [
            draft.rule.words.title, draft.due.map { "due \($0.words(relativeTo: context.today))" },
        ].compactMap(\.self).joined(separator: " · ")
        return """
            <p class="muted">\(why)</p>
            <form class="sheet draft" data-act="\(isDue ? "done" : "log")">
            \(FormParts.hidden("person", person.id.text))
            \(isDue ? FormParts.hidden("what", draft.rule.rawValue) : FormParts.hidden("kind", draft.channel.channel.rawValue))
            \(isDue ? FormParts.hidden("channel", draft.channel.channel.rawValue) : purposes(of: draft))
            \(draft.channel == .call ? card(draft) : message(draft))
            </form>
            <p class="choices">\(DraftChannel.allCases.filter { $0 != draft.channel }.map { other($0, draft) })
            \(due.map(\.rule).uniqued().filter { $0 != draft.rule }.map { rule in
                FormParts.dialog("Instead: \(rule.words.title)", context.draftAddress(for: rule, nil))
            })</p>
            """
    }

    /// What a message that is not due yet is recorded as.
    private func purposes(of draft: Draft) -> HTML {
        let step = analysis.dueNext(with: [person.id]).first { $0.rule == draft.rule }
        guard case .contact(let purposes, let expectsReply)? = step?.record(in: context.network) else {
            return .empty
        }
        return """
            \(purposes.map { FormParts.hidden("purpose", $0.rawValue) })
            \(expectsReply == false ? FormParts.hidden("turn", "no-answer") : .empty)
            """
    }

    private func other(_ channel: DraftChannel, _ draft: Draft) -> HTML {
        FormParts.dialog(
            "As \(channel == .email ? "an" : "a") \(Wording.channel(channel.channel))",
            context.draftAddress(for: draft.rule, channel))
    }

    private func card(_ draft: Draft) -> HTML {
        let lines = draft.text.split(separator: "\n").dropFirst()
        let dial = draft.call?.phone.map { phone in String(phone.filter { $0.isNumber || $0 == "+" }) }
        return """
            \(lines.map { "<p class=\"line\">\(String($0))</p>" as HTML })
            \(dial.html { $0.isEmpty ? .empty : "<p><a class=\"button\" href=\"tel:\($0)\">Call</a></p>" })
            \(context.isEditable
                ? """
                \(FormParts.lines("What came of it", "note"))
                \(FormParts.box("I reached only the voicemail", "voicemail"))
                <p><button class="first">I called</button></p>
                """ : .empty)
            """
    }

    private func message(_ draft: Draft) -> HTML {
        let to = draft.address.map { "\(person.name) <\($0)>" } ?? person.name
        let subject: HTML =
            draft.channel == .email
            ? "<label>Subject <input name=\"subject\" id=\"draft-subject\" value=\"\(draft.subject ?? "")\" autocomplete=\"off\"></label>"
            : .empty
        let limit = draft.characterLimit.map(String.init) ?? ""
        return """
            <p>To: \(to)</p>
            \(subject)
            <label>Text <textarea id="draft-text" rows="12" data-limit="\(limit)" autofocus>\(draft.body)</textarea></label>
            <p class="muted" id="draft-count" role="status"></p>
            <p class="choices">
            \(context.isEditable ? "<button class=\"first\">I sent it</button>" : .empty)
            <button type="button" data-copy="draft-text">Copy</button>
            \(draft.channel == .email ? mailLinks(draft) : .empty)
            </p>
            \(context.isEditable
                ? FormParts.more([FormParts.day("Sent when", "on"), FormParts.text("Note to remember", "note")])
                : .empty)
            """
    }

    private func mailLinks(_ draft: Draft) -> HTML {
        let file = context.draftAddress(for: draft.rule, .email, page: "draft.eml")
        let save: HTML =
            "<a class=\"button\" id=\"draft-file\" href=\"\(file)\" data-file=\"\(file)\" download>Save as a mail file</a>"
        do throws(MailProblem) {
            let link = try MailtoLink(draft).text
            return
                "<a class=\"button\" id=\"draft-mail\" href=\"\(link)\" data-limit=\"\(String(MailtoLink.limit))\">Open in your mail program</a>\n\(save)"
        } catch {
            if case .linkTooLong = error { return save }
            return DraftProblem.address(error, of: person, in: context)
        }
    }
}

extension PageContext {
    /// The channel named in the address.
    var draftChannel: DraftChannel? {
        get throws(WorkspaceError) {
            guard let word = request["channel"], !word.isEmpty else { return nil }
            guard let channel = DraftChannel(rawValue: word) else {
                throw ActionFields.unknown(word, "channel")
            }
            return channel
        }
    }

    /// What the seeker says themselves for this draft alone: `with.news` in the address.
    var draftFacts: [DraftSlot: String] {
        get throws(WorkspaceError) {
            var facts: [DraftSlot: String] = [:]
            for item in request.query where item.name.hasPrefix("with.") && !isBlank(item.value) {
                let name = String(item.name.dropFirst(5))
                guard let slot = DraftSlot(rawValue: name) else {
                    throw .request("There is no fact called “\(name)”.")
                }
                facts[slot] = item.value
            }
            return facts
        }
    }

    /// The address of a draft for the same person, with what was said for this one.
    func draftAddress(for rule: Rule?, _ channel: DraftChannel?, page: String = "draft") -> String {
        var address = PageAddress.address(page, ["person": request["person"] ?? ""])
        for (name, value) in draftQuery(rule, channel) { address += "&\(name)=\(percentEncoded(value))" }
        return address
    }

    /// The further fields of the address of a draft.
    func draftQuery(_ rule: Rule?, _ channel: DraftChannel?) -> [(name: String, value: String)] {
        let how = [
            rule.map { ("for", $0.rawValue) } ?? request["for"].map { ("for", $0) },
            channel.map { ("channel", $0.rawValue) } ?? request["channel"].map { ("channel", $0) },
        ]
        return how.compactMap(\.self)
            + request.query.filter { $0.name.hasPrefix("with.") }.map { ($0.name, $0.value) }
    }
}
