internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// What is recorded about a person, each fact with the form that changes it or adds to it.
struct PersonFacts {
    private let profile: PersonProfile
    private let text: PersonProfileText
    private let context: PageContext

    init(_ profile: PersonProfile, _ text: PersonProfileText, in context: PageContext) {
        self.profile = profile
        self.text = text
        self.context = context
    }

    private var id: PersonID { profile.explanation.person }
    private var name: String { profile.explanation.name }
    private var isSeeker: Bool { id == context.network.seeker }
    private var person: Person? { context.network.people.first { $0.id == id } }

    var html: HTML {
        let rows = context.isEditable ? editable : known.map { flat($0.label, $0.value) }
        guard !rows.isEmpty else { return .empty }
        return """
            <section aria-labelledby="facts"><h2 id="facts">On record</h2>
            <div class="facts">\(rows)</div></section>
            """
    }

    /// What is on record with its forms, and behind it, folded, what could be.
    private var editable: [HTML] {
        let forms = forms
        let open = forms.filter { $0.values.isEmpty }.map(row)
        return forms.filter { !$0.values.isEmpty }.map(row) + [
            open.isEmpty
                ? .empty
                : "<details class=\"more-facts\" id=\"more-facts\"><summary class=\"button\">More about \(name)</summary>\(open)</details>"
        ]
    }

    private func flat(_ label: String, _ value: String) -> HTML {
        "<div class=\"fact flat\"><span class=\"label\">\(label)</span><p>\(value)</p></div>"
    }

    private var known: [(label: String, value: String)] {
        [("name", ([name] + (person?.otherNames ?? [])).joined(separator: ", "))] + text.facts
            + [
                ("tags", (person?.tags ?? []).joined(separator: ", "))
            ].filter { !$0.1.isEmpty }
    }

    /// A fact or several of a kind, and what may be done about them.
    private struct Form {
        /// The label, as the card of the command line has it.
        var label: String
        var values: [String]
        /// What the seeker would do: change, add.
        var verb: String
        var body: HTML
    }

    private func row(_ form: Form) -> HTML {
        """
        <details class="fact" id="fact-\(form.label.replacing(" ", with: "-"))" data-folds><summary><span class="label">\(form.label)</span><span>\(form.values.map { "<span class=\"line\">\($0)</span>" as HTML })</span><span>\(form.verb)<span class="hidden"> \(form.label)</span></span></summary>
        <div class="forms">\(form.body)</div></details>
        """
    }

    private var forms: [Form] {
        let facts = text.facts
        func values(_ labels: String...) -> [String] {
            facts.filter { labels.contains($0.label) }.map(\.value)
        }
        func form(_ label: String, _ verb: String, _ values: [String], _ body: HTML) -> Form {
            Form(label: label, values: values, verb: verb, body: body)
        }
        let seekersOwn = [
            form("name", "Change", [name] + (person?.otherNames ?? []), naming),
            form("works", "Change", values("works", "worked"), working),
            form(
                "e-mail", "Add", values("e-mail"),
                more(FormParts.text("E-mail address", "email", kind: "email"))),
            form("phone", "Add", values("phone"), more(FormParts.text("Phone number", "phone", kind: "tel"))),
            form(
                "page", "Change", values("page"),
                more(FormParts.text("Web page", "url", profile.profileURL ?? "", placeholder: "https://"))),
            form(
                "place", "Change", values("place"),
                more(FormParts.text("City or region", "place", profile.place ?? ""))),
            form("time zone", "Change", values("time zone"), zone),
            form(
                "holidays", "Change", values("holidays"),
                more(
                    FormParts.text(
                        "The country whose public holidays they have, or a part of it", "region",
                        person?.region ?? "", placeholder: "DE, DE-BY"))),
            form("studied", "Add", values("studied"), more(FormParts.text("School", "school"))),
        ]
        guard !isSeeker else { return seekersOwn }
        return seekersOwn
            + [
                form("noted", "Add", values("noted"), note),
                form(
                    "tags", "Change", [(person?.tags ?? []).joined(separator: ", ")].filter { !$0.isEmpty },
                    tags),
                form("you know", "Change", acquaintance, knowing),
                form("they know", "Add", [], ties),
                form("off", "Change", values("off") + away, off),
                form("contact", "Change", wishes, wishing),
                form("reminder", "Change", values("reminder"), reminder),
                form(
                    "reports", "Change", values("reports"),
                    more(
                        FormParts.text(
                            "How many people report to them", "reports",
                            profile.directReports.map(String.init) ?? ""))
                ),
                form("skipped", "", values("skipped"), .empty),
                form("two or one", "Merge, split, remove", [], identity),
            ].filter { $0.label != "skipped" || !$0.values.isEmpty }
    }

    // MARK: Forms

    private func sheet(_ act: String, _ fields: HTML, _ button: String = "Save") -> HTML {
        """
        <form class="sheet" data-act="\(act)">\(FormParts.hidden("person", id.text))\(fields)
        <div><button class="first">\(button)</button></div></form>
        """
    }

    private func more(_ fields: HTML, _ button: String = "Save") -> HTML { sheet("more", fields, button) }

    private var naming: HTML { more(FormParts.text("Name", "rename", name, isRequired: true)) }

    private var working: HTML {
        let job = profile.employments.first { $0.isCurrent }
        let correct = more(
            """
            <h3>Now</h3>
            \(FormParts.name(of: .company, "Company", "company", job?.name ?? ""))
            \(FormParts.text("Title", "title", job?.title ?? ""))
            \(FormParts.text("Department", "department", job?.department ?? ""))
            \(FormParts.day("Since when", "since"))
            """)
        let moved = sheet(
            "moved",
            """
            <h3>They have moved</h3>
            \(FormParts.name(of: .company, "To which company", "to", isRequired: true))
            \(FormParts.text("Title there", "title"))
            \(FormParts.day("From which day on", "on"))
            """, "Moved")
        let left = sheet(
            "left",
            """
            <h3>They have left</h3>
            \(FormParts.text("Which company", "from", placeholder: job?.name ?? ""))
            \(FormParts.day("When", "on"))
            \(FormParts.box("They lost the job", "let-go"))
            """, "Left")
        return isSeeker ? correct : "<div class=\"two\">\([correct, moved, job == nil ? .empty : left])</div>"
    }

    private var zone: HTML {
        more(
            FormParts.text("Time zone", "time-zone", profile.timeZone ?? "", placeholder: "Europe/Berlin"))
    }

    private var note: HTML {
        sheet("note", FormParts.lines("What to remember about \(name)", "note"))
    }

    private var tags: HTML {
        let chips = (person?.tags ?? []).map { tag in
            """
            <span class="chip">\(tag)<form data-act="tag">\(FormParts.hidden("person", id.text))\(FormParts.hidden("tag", tag))\(FormParts.hidden("remove", "yes"))<button aria-label="Take the tag \(tag) away">×</button></form></span>
            """ as HTML
        }
        return """
            \(chips.isEmpty ? .empty : "<div class=\"chips\">\(chips)</div>")
            \(sheet("tag", FormParts.text("Tag", "tag", placeholder: "mentor, chicago", isRequired: true), "Tag"))
            """
    }

    private var acquaintance: [String] {
        let tie = context.network.ties.first {
            $0.kind == .knows && Set([$0.from, $0.to]) == [id, context.network.seeker]
        }
        return [
            profile.explanation.known.map { known in
                TriageText.answers.first { $0.answer == known }?.words ?? known.rawValue
            }, tie?.how, tie?.strength.map { "\($0)" },
        ].compactMap(\.self)
    }

    private var knowing: HTML {
        """
        <form class="sheet" data-act="triage">\(FormParts.hidden("person", id.text))
        \(FormParts.buttons("as", TriageText.answers.map { ($0.word, $0.words) } + [("unsaid", "Leave it open")]))</form>
        \(more("\(FormParts.text("How you know them", "how"))\(FormParts.text("How likely they are to help, above 0 and up to 1", "strength", placeholder: "0.8"))"))
        """
    }

    private var ties: HTML {
        """
        \(sheet("tie", "\(FormParts.name(of: .person, "Who do they know?", "other", isRequired: true))\(FormParts.box("They report to them", "reports-to"))\(FormParts.text("How", "how"))\(FormParts.text("How likely one is to introduce the other, above 0 and up to 1", "strength"))\(FormParts.day("Since when", "since"))"))
        \(sheet("untie", FormParts.name(of: .person, "Who do they not know?", "other", isRequired: true, listed: false), "Take it back"))
        """
    }

    private var away: [String] {
        (person?.away ?? []).filter { $0.to >= context.today }.map { absence in
            [
                absence.from.words(relativeTo: context.today),
                absence.to == absence.from ? nil : absence.to.words(relativeTo: context.today), absence.note,
            ].compactMap(\.self).joined(separator: " · ")
        }
    }

    private var off: HTML {
        let days = Weekday.allCases.map {
            FormParts.box($0.longWord, "day-off", $0.name, isOn: profile.daysOff.contains($0.name))
        }
        return """
            \(more("<fieldset><legend>Days of the week on which they do not work</legend><div class=\"choices\">\(days)</div></fieldset>"))
            \(sheet("away", "\(FormParts.text("Away from", "day", placeholder: "monday, 29 Oct", isRequired: true))\(FormParts.text("To", "to", placeholder: "2 Nov"))\(FormParts.text("Why", "note"))"))
            """
    }

    private var wishes: [String] {
        [
            profile.doNotContact ? "do not contact" : nil,
            profile.notBefore.map { "not before \($0.longWords)" },
            person.flatMap {
                $0.avoids.isEmpty ? nil : "not by \($0.avoids.map(\.rawValue).joined(separator: ", "))"
            },
            person?.isConfidential == true ? "not to be named to others" : nil,
            person?.knowsOfSearch == true ? "knows that you are looking" : nil,
        ].compactMap(\.self)
    }

    private var wishing: HTML {
        let channels = Interaction.Channel.allCases.filter { $0 != .interview }.map { channel in
            FormParts.box(
                channel.rawValue, "channel-not", channel.rawValue,
                isOn: person?.avoids.contains(channel) ?? false)
        }
        func yesOrNo(_ label: String, _ name: String, _ isOn: Bool) -> HTML {
            FormParts.choice(label, name, isOn ? "yes" : "no", [("no", "No"), ("yes", "Yes")])
        }
        return """
            \(more("<fieldset><legend>Channels they do not want you to use</legend><div class=\"choices\">\(channels)</div></fieldset>\(FormParts.hidden("any-channel", "yes"))\(yesOrNo("They asked not to be named to others", "confidential", person?.isConfidential ?? false))\(yesOrNo("At your own employer: they know that you are looking", "knows", person?.knowsOfSearch ?? false))"))
            <p><a class="button" data-dialog href="\(PageAddress.address("snooze", ["person": id.text]))">Put off</a>
            <a class="button" data-dialog href="\(PageAddress.address("close", ["person": id.text]))">No longer</a></p>
            """
    }

    private var reminder: HTML {
        """
        \(sheet("every", FormParts.text("How often to be in touch", "interval", placeholder: "2 weeks, 3 months", isRequired: true)))
        \(profile.reminderDays == nil ? .empty : sheet("every", .empty, "As the playbook says"))
        """
    }

    private var identity: HTML {
        """
        <p class="first-acts"><a class="button" data-dialog href="\(PageAddress.address("merge", ["kept": id.text]))">Merge with someone</a>
        <a class="button" data-dialog href="\(PageAddress.address("split", ["id": id.text]))">Split in two</a>
        <a class="button" data-dialog href="\(PageAddress.address("remove", ["id": id.text]))">Remove or forget</a></p>
        """
    }
}
