internal import MessageDrafts
internal import Playbook
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// Why there is no draft, and what mends it.
struct DraftProblem {
    private let problem: DraftError
    private let today: CalendarDay
    private let person: Person
    private let context: PageContext

    init(_ problem: DraftError, today: CalendarDay, for person: Person, in context: PageContext) {
        self.problem = problem
        self.today = today
        self.person = person
        self.context = context
    }

    var html: HTML {
        switch problem {
        case .missing(let facts, _, let rule, _): missing(facts, rule)
        case .nothingDue(let nothing):
            nothingDue(nothing)
        case .avoided(_, _, _, let advised):
            "\(said)<p>\(advised.html { channel($0) })</p>"
        case .noTemplate(_, _, let has):
            "\(said)<p class=\"choices\">\(has.map { channel($0) })</p>"
        case .refused:
            "\(said)<p>\(FormParts.dialog("What is said about contact", PageAddress.address("close", ["person": person.id.text])))</p>"
        default: said
        }
    }

    private var said: HTML {
        let lines = problem.explanation(today: today).split(separator: "\n")
        return "\(lines.map { "<p>\(String($0).capitalizedFirst)</p>" as HTML })"
    }

    private func nothingDue(_ nothing: DraftError.NothingDue) -> HTML {
        let next = nothing.next.map { (what: $0.action.what, rule: $0.rule) }
        let draft = (next ?? nothing.suggestion.map { (what: $0.what, rule: $0.rule) }).html { step in
            FormParts.dialog("Draft it now: \(step.what)", context.draftAddress(for: step.rule, nil))
        }
        return """
            <p>\(nothing.problem(today).capitalizedFirst).</p>
            <p class="choices">\(draft)
            \(FormParts.dialog("Log something", PageAddress.address("log", ["person": person.id.text])))</p>
            """
    }

    private func channel(_ channel: DraftChannel) -> HTML {
        FormParts.dialog(
            "As \(channel == .email ? "an" : "a") \(Wording.channel(channel.channel))",
            context.draftAddress(for: nil, channel))
    }

    /// Each fact in a form of its own that records it, and all of them in one for this draft alone.
    private func missing(_ facts: [DraftError.Missing], _ rule: Rule) -> HTML {
        let kept = context.draftQuery(nil, nil)
        return """
            <p>The draft needs what is not on record.</p>
            \(context.isEditable ? "\(facts.filter { !$0.isConfidential }.map { record($0) })" : .empty)
            <form class="sheet" data-search="/draft">
            \(FormParts.hidden("person", person.id.text))
            \(kept.map { FormParts.hidden($0.name, $0.value) })
            \(facts.map { fact in
                FormParts.text(
                    (fact.slot.isYours ? "" : "For this draft alone: ") + fact.slot.meaning
                        + (fact.isConfidential ? " (it would name someone who asked not to be named)" : ""),
                    "with.\(fact.slot.rawValue)", isRequired: fact.slot.isYours)
            })
            <p><button class="first">Write the draft</button></p>
            </form>
            """
    }

    /// The form that records a fact, or the way to it; the command where there is neither.
    private func record(_ fact: DraftError.Missing) -> HTML {
        if fact.slot.isYours { return .empty }
        if let form = form(fact.slot) {
            return """
                <details class="fact" data-folds open id="fact-\(fact.slot.rawValue)"><summary>\(fact.slot.meaning.capitalizedFirst)</summary>\(form)</details>
                """
        }
        if let page = page(fact.slot) {
            return "<p>\(fact.slot.meaning.capitalizedFirst) \(FormParts.dialog("Record it", page))</p>"
        }
        return "<p>\(fact.slot.meaning.capitalizedFirst): <code>\(fact.command)</code></p>"
    }

    private func form(_ slot: DraftSlot) -> HTML? {
        func more(_ id: PersonID, _ label: String, _ field: String, _ placeholder: String = "") -> HTML {
            FormParts.sheet(
                "more",
                [
                    FormParts.hidden("person", id.text),
                    FormParts.text(label, field, placeholder: placeholder, isRequired: true),
                ], button: "Record it")
        }
        switch slot {
        case .myName, .signature: return more(context.network.seeker, "Your name", "rename")
        case .title: return more(person.id, "Title", "title")
        case .department: return more(person.id, "Department", "department")
        case .company: return more(person.id, "Where they work", "company")
        case .sharedSchool: return more(person.id, "Where they studied", "school")
        case .greeting, .greetingInGerman, .firstName, .fullName:
            return more(person.id, "Their name, with a title where they use one", "rename", "Dr Ana Sorrel")
        case .goalRole:
            return FormParts.sheet(
                "want", [FormParts.text("The role you look for", "role", isRequired: true)],
                button: "Record it")
        default: return nil
        }
    }

    private func page(_ slot: DraftSlot) -> String? {
        let id = person.id.text
        switch slot {
        case .talkDay, .lastMonth: return PageAddress.address("log", ["person": id])
        case .askDay, .asks, .replySubject:
            return PageAddress.address("log", ["person": id, "kind": "email", "direction": "out"])
        case .theirDay: return PageAddress.address("replied", ["person": id])
        case .referrer, .unnamedReferrer: return PageAddress.address("named", ["to": id])
        case .referred, .referredDay, .introducedPerson, .introductionOfferedDay:
            return PageAddress.address("named", ["person": id])
        case .promise, .promiseSaidDay, .promiseDay, .statedDay, .myPromise:
            return PageAddress.address("promise", ["person": id])
        case .opening, .hardNews, .bonusCompany:
            return person.employment(on: today).map { PageAddress.company($0.company) }
        default: return nil
        }
    }

    /// A form for the address that a mail needs.
    static func address(_ problem: MailProblem, of person: Person, in context: PageContext) -> HTML {
        if !context.isEditable { return .empty }
        return """
            <a class="button" href="\(PageAddress.person(person.id))" data-dialog>No e-mail address yet: add it</a>
            """
    }
}
