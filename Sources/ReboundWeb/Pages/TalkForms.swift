internal import NetworkEditing
internal import PageServer
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The forms that record what was said: a talk or a message, a reply, a promise.
struct TalkForms {
    let context: PageContext

    private static let kinds: [(value: String, words: String)] = ContactEntry.Kind.allCases.map { kind in
        switch kind {
        case .contact(let channel): (kind.rawValue, Wording.channel(channel).capitalizedFirst)
        case .thankYou: (kind.rawValue, "Thank-you")
        case .voicemail: (kind.rawValue, "Voicemail")
        }
    }

    private static let note: (value: String, words: String) = ("note", "Note to remember")

    private static let turns: [(value: String, words: String)] = [
        ("", "As usual: a reply after your own words, yours after theirs"), ("answer", "A reply is expected"),
        ("no-answer", "No reply is needed"), ("their-turn", "They said that they will be in touch"),
    ]

    /// Any contact.
    func log() -> PageContent {
        let request = context.request
        let names = context.askedNames
        return PageContent(
            title: "Log a talk or a message",
            main: FormParts.sheet(
                "log",
                [
                    FormParts.choice(
                        "What it was", "kind", request["kind"] ?? "call", Self.kinds + [Self.note]),
                    FormParts.name(of: .person, "Who with", "person", names.first ?? "", isRequired: true),
                    newPeople,
                    FormParts.lines("What to remember", "note"),
                    FormParts.text(
                        "When", "on", request["on"] ?? "",
                        placeholder: "now, yesterday 8:30, next friday 10:00"),
                    FormParts.answers(
                        "Who spoke or wrote?", "direction", request["direction"] ?? "",
                        [("", "As usual"), ("in", "They did"), ("out", "You did"), ("both", "Both")]),
                    FormParts.answers("Whose turn is it now?", "turn", "", Self.turns),
                    FormParts.text("By when, if they said so", "due", placeholder: "friday, in 5 days"),
                    FormParts.more([
                        "<datalist id=\"names-with\"></datalist>",
                        "\((names.dropFirst() + [""]).map { others($0) })",
                        FormParts.text("Subject", "subject"),
                        context.about("What it was about", none: "the last conversation"),
                        FormParts.box("It begins a conversation of its own", "new-thread"),
                        FormParts.choice(
                            "What came of a talk", "outcome", "",
                            [
                                ("", "It took place, or will"), ("no-show", "They were not there"),
                                ("canceled", "It is off"), ("rescheduled", "It is on that day instead"),
                            ]),
                        purposes,
                    ]),
                ], button: "Log it"), isDialog: true)
    }

    private func others(_ name: String) -> HTML {
        FormParts.name(of: .person, "Who else took part", "with", name, listed: false)
    }

    /// Shown once someone turns out to be new.
    private var newPeople: HTML {
        "<div class=\"if-refused\">\(FormParts.name(of: .company, "Where they work, if they are new", "company"))</div>"
    }

    private var purposes: HTML {
        let boxes = Interaction.Purpose.allCases.map { purpose in
            FormParts.box(
                purpose.rawValue.replacing("-", with: " ").capitalizedFirst, "purpose", purpose.rawValue)
        }
        return "<fieldset><legend>What it was for</legend>\(boxes)</fieldset>"
    }

    /// A word of theirs.
    func replied() throws(WorkspaceError) -> PageContent {
        let person = try context.askedPerson()
        let usual = try context.shown.dueNext(with: person.id).usualChannel(to: person.id)
        let kinds = Self.kinds.filter { Interaction.Channel(rawValue: $0.value) != nil }
        let id = person.id.text
        return PageContent(
            title: "\(person.name) replied",
            main: """
                \(FormParts.sheet(
                    "log",
                    [
                        FormParts.hidden("person", id), FormParts.hidden("direction", "in"),
                        FormParts.choice("How", "kind", usual.rawValue, kinds),
                        FormParts.lines("What did they say?", "note"),
                        FormParts.answers(
                            "Whose turn is it now?", "turn", "",
                            [
                                ("", "Yours: they wait for your reply"),
                                ("no-answer", "No reply is needed"),
                                ("their-turn", "They said that they will be in touch"),
                            ]),
                        FormParts.text("By when, if they said so", "due", placeholder: "friday, in 5 days"),
                        FormParts.day("When", "on"),
                        FormParts.more([
                            FormParts.text("Subject", "subject"),
                            context.about("What it was about", none: "the last conversation"),
                        ]),
                    ], button: "Record it"))
                <p class="choices">\(FormParts.dialog("They gave you a name", PageAddress.address("named", ["person": id])))
                \(FormParts.dialog("They promised something", PageAddress.address("promise", ["person": id])))</p>
                """, isDialog: true)
    }

    /// A promise, and those that are open.
    func promise() throws(WorkspaceError) -> PageContent {
        let person = try context.askedPerson()
        let who = FormParts.hidden("person", person.id.text)
        let open = context.network.interactions.compactMap { contact -> Promise? in
            guard contact.people.contains(person.id), let promise = contact.promise, promise.kept == nil
            else { return nil }
            return promise
        }
        let kept = open.map { promise -> HTML in
            let due = promise.due.map { ", by \($0.day.words(relativeTo: context.today))" } ?? ""
            let whose = promise.by == .seeker ? "You promised" : "\(person.name) promised you"
            return """
                <form class="sheet" data-act="kept">\(who)\(FormParts.hidden("what", promise.what))
                <p>\(whose): \(promise.what)\(due) <button>Kept<span class="hidden">: \(promise.what)</span></button></p></form>
                """
        }
        return PageContent(
            title: "A promise between you and \(person.name)",
            main: """
                \(kept)
                \(FormParts.sheet(
                    "promise",
                    [
                        who,
                        FormParts.answers(
                            "Who promised?", "by", Promise.Side.them.rawValue,
                            [
                                (Promise.Side.them.rawValue, "\(person.name) promised you"),
                                (Promise.Side.seeker.rawValue, "You promised"),
                            ]),
                        FormParts.text(
                            "What", "what", placeholder: "introduce me to Ruth", isRequired: true),
                        FormParts.text("By when", "due", placeholder: "friday, tuesday 15:00"),
                        FormParts.box("It is an introduction", "introduction"),
                        FormParts.day("Said when", "on"),
                    ], button: "Record the promise"))
                """, isDialog: true)
    }

    /// A name that someone gave, or what came of it.
    func named() throws(WorkspaceError) -> PageContent {
        let giver: Person? = context.request["person"] == nil ? nil : try context.askedPerson()
        let to = context.request["to"].flatMap { text in context.network.people.first { $0.id.text == text } }
        let first =
            giver.map { FormParts.hidden("from", $0.id.text) }
            ?? FormParts.name(of: .person, "Who gave you the name?", "from", isRequired: true)
        return PageContent(
            title: giver.map { "\($0.name) gave you a name" } ?? "A name was given",
            main: FormParts.sheet(
                "refer",
                [
                    first,
                    FormParts.name(
                        of: .person, "Whose name?", "to", to.map { context.typed([$0])[0] } ?? "",
                        placeholder: "full name"),
                    FormParts.name(of: .company, "Where they work", "company"),
                    FormParts.text("Title", "title"),
                    FormParts.answers(
                        "How far it has come", "step", ReferralEntry.Step.given.rawValue,
                        [
                            (ReferralEntry.Step.given.rawValue, "The name was given"),
                            (ReferralEntry.Step.promised.rawValue, "An introduction was promised"),
                            (ReferralEntry.Step.used.rawValue, "You have contacted them"),
                            (ReferralEntry.Step.met.rawValue, "You have talked"),
                            (ReferralEntry.Step.declined.rawValue, "They do not want to talk"),
                        ]),
                    FormParts.day("When", "on"),
                    FormParts.more([
                        FormParts.box("They hand in your own name instead", "me"),
                        context.about("Which role it came from", none: "as recorded"),
                        FormParts.text("Note", "note"),
                    ]),
                ], button: "Record it"), isDialog: true)
    }

    /// The end of a conversation, and of contact at all.
    func close() throws(WorkspaceError) -> PageContent {
        let person = try context.askedPerson()
        let who = FormParts.hidden("person", person.id.text)
        let isClosed = context.network.interactions.contains {
            $0.closesThread && $0.people.contains(person.id)
        }
        let reopen: HTML =
            isClosed
            ? "<form class=\"sheet\" data-act=\"reopen\">\(who)<p><button>Reopen the conversation</button></p></form>"
            : .empty
        let never =
            person.doNotContact
            ? FormParts.sheet(
                "do-not-contact", [who, FormParts.hidden("lift", "yes")], button: "Allow contact again")
            : """
            <details class="more-fields"><summary class="button">Never contact them again</summary><div>
            <form class="sheet" data-act="do-not-contact">\(who)
            <p>They stay out of every list for good. What is recorded of them stays.</p>
            \(FormParts.text("Note", "note", placeholder: "asked for a pause"))
            <p><button>Do not contact</button></p></form></div></details>
            """
        return PageContent(
            title: "No longer: \(person.name)", subtitle: "Silence never closes anything; only you do.",
            main: """
                \(FormParts.sheet(
                    "close",
                    [
                        who, FormParts.text("Why", "note", placeholder: "took another job"),
                        FormParts.day("When", "on"),
                    ], button: "Close the conversation"))
                \(reopen)
                <p>\(FormParts.dialog("Not before a day", PageAddress.address("snooze", ["person": person.id.text])))</p>
                \(never)
                """, isDialog: true)
    }
}
