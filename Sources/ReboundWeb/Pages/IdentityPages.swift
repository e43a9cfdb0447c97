internal import NetworkEditing
internal import PageServer
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// Two entries that may be one person, and one that may be two.
struct IdentityPages {
    private let context: PageContext

    init(_ context: PageContext) { self.context = context }

    // MARK: Duplicates

    /// The pairs of people who may be one.
    var duplicates: PageContent {
        let pairs = IdentityResolver.doubtfulPairs(in: context.network)
        let pager = Pager(context.request, size: 30)
        let people = context.network.people.keyed(by: \.id, \.self)
        return PageContent(
            title: "Duplicates",
            subtitle: pairs.isEmpty
                ? nil : "\(pairs.count) \(pairs.count == 1 ? "pair" : "pairs") that may be one person",
            main: """
                \(pairs.isEmpty ? DuplicatesText([], in: context.network).whole : .empty)
                <div>\(pairs[pager.range(of: pairs.count)].compactMap { pair($0, people) })</div>
                \(pager.links(of: pairs.count, "pairs"))
                """)
    }

    private func pair(_ pair: DoubtfulPair, _ people: [PersonID: Person]) -> HTML? {
        guard let first = people[pair.first], let second = people[pair.second] else { return nil }
        let acts: HTML = """
            <p class="first-acts"><a class="button" data-dialog data-row-key="1" href="\(PageAddress.address("merge", ["kept": first.id.text, "absorbed": second.id.text]))">They are one<span class="hidden">: \(first.name) and \(second.name)</span></a></p>
            <form class="first-acts" data-act="keep-apart">\(FormParts.hidden("one", first.id.text))\(FormParts.hidden("other", second.id.text))<button data-row-key="2">They are two<span class="hidden">: \(first.name) and \(second.name)</span></button></form>
            """
        return """
            <section class="pair row" tabindex="-1" aria-label="\(first.name) and \(second.name)"><div class="two">\(brief(first))\(brief(second))</div><p class="muted">\(DuplicatesText.reasons(pair))</p>
            \(context.isEditable ? "<div class=\"acts\">\(acts)</div>" : .empty)</section>
            """
    }

    /// What tells a person from another one.
    private func brief(_ person: Person) -> HTML {
        let job = person.employment(on: context.today)
        let company = job.flatMap { job in context.network.companies.first { $0.id == job.company }?.name }
        let last = context.shown.opened.analysis.lastContact(with: person.id)
        let facts =
            [[job?.title, company].compactMap(\.self).joined(separator: " · ")] + person.emails
            + person.phones + [person.profileURL].compactMap(\.self)
            + [last.map { "last in touch \($0.date.day.words(relativeTo: context.today))" }].compactMap(
                \.self)
        return """
            <div><h2><a href="\(PageAddress.person(person.id))" data-dialog>\(person.name)</a></h2>
            \(facts.filter { !$0.isEmpty }.map { "<p class=\"line\">\($0)</p>" as HTML })<p class="line dim">id \(person.id.text)</p></div>
            """
    }

    // MARK: Merge

    /// The two people to merge, and what the merged person would look like.
    /// - Throws: ``WorkspaceError``.
    func merge() throws(WorkspaceError) -> PageContent {
        let kept = try person("kept")
        guard context.request["absorbed"]?.isEmpty == false else { return partner(for: kept) }
        let absorbed = try person("absorbed")
        guard let own = context.shown.own else { return unchanging }
        let outcome = try own.merge(kept.id, absorbed.id, isRehearsal: true)
        let swapped = PageAddress.address("merge", ["kept": absorbed.id.text, "absorbed": kept.id.text])
        return PageContent(
            title: "Merge \(kept.name) and \(absorbed.name)",
            main: """
                <div class="two">\(brief(kept))\(brief(absorbed))</div>
                <form class="sheet" data-act="merge">\(FormParts.hidden("kept", kept.id.text))\(FormParts.hidden("absorbed", absorbed.id.text))
                <div class="choices"><button class="first">Make them one</button><a class="button" data-dialog href="\(swapped)">Keep the name \(absorbed.name)</a></div></form>
                <section aria-labelledby="together"><h2 id="together">What \(kept.name) would be</h2>\(try card(of: kept.id, in: outcome.network))</section>
                """, isDialog: true)
    }

    /// People who may be the same person, and a search for others.
    private func partner(for kept: Person) -> PageContent {
        let words = context.request["find"] ?? ""
        let analysis = context.shown.opened.analysis
        let found =
            words.isEmpty
            ? IdentityResolver.doubtfulPairs(in: context.network).compactMap { pair in
                pair.first == kept.id ? pair.second : pair.second == kept.id ? pair.first : nil
            }
            : analysis.directory(PeopleDirectory.Query(words: words)) { 0..<min(20, $0) }.rows.map(\.person)
                .filter { $0 != kept.id }
        let people = context.network.people.keyed(by: \.id, \.self)
        let rows = found.prefix(20).compactMap { people[$0] }.map { other in
            """
            <li class="pair">\(brief(other))<p><a class="button" data-dialog href="\(PageAddress.address("merge", ["kept": kept.id.text, "absorbed": other.id.text]))">Merge<span class="hidden"> with \(other.name)</span></a></p></li>
            """ as HTML
        }
        return PageContent(
            title: "Who is the same person as \(kept.name)?",
            main: """
                <form class="filters" data-search="/merge" role="search" aria-label="People">\(FormParts.hidden("kept", kept.id.text))
                <label>Search <input type="search" name="find" value="\(words)" autocomplete="off" autofocus></label><button>Search</button></form>
                <ol>\(rows)</ol>\(rows.isEmpty && !words.isEmpty ? "<p>No one fits.</p>" : .empty)
                """, isDialog: true)
    }

    // MARK: Split

    /// Who would be taken out of a person.
    /// - Throws: ``WorkspaceError``.
    func split() throws(WorkspaceError) -> PageContent {
        let person = try person("id")
        guard let own = context.shown.own else { return unchanging }
        let outcome = try own.split(
            person, entry: context.request["entry"].flatMap { Int($0) }, isRehearsal: true)
        let (other, entry) = outcome.answer
        return PageContent(
            title: "Split \(person.name)",
            main: """
                <p>\(IdentityText(in: context.network).split(other, from: person.id, entry: entry, after: outcome.network))</p>
                <form class="sheet" data-act="split">\(FormParts.hidden("person", person.id.text))\(FormParts.hidden("entry", "\(entry)"))
                <div><button class="first">Take them apart</button></div></form>
                <div class="two"><section aria-labelledby="one"><h2 id="one">\(person.name)</h2>\(try card(of: person.id, in: outcome.network))</section>
                <section aria-labelledby="other"><h2 id="other">\(other.name)</h2>\(try card(of: other.id, in: outcome.network))</section></div>
                """, isDialog: true)
    }

    // MARK: Remove, forget

    /// Takes someone off the network, or erases them for good.
    /// - Throws: ``WorkspaceError``.
    func remove() throws(WorkspaceError) -> PageContent {
        let person = try person("id")
        guard let own = context.shown.own else { return unchanging }
        let plan = try own.rehearseForgetting(person.id)
        let text = ForgettingText(plan)
        let notes: HTML =
            text.hasMentions
            ? FormParts.choice(
                "The notes about others", "notes", "",
                [
                    ("", "Choose"), ("and-notes", "Take the name out of them"),
                    ("keep-notes", "Leave them as they are"),
                ]) : .empty
        return PageContent(
            title: "Remove or forget \(person.name)",
            main: """
                <section aria-labelledby="remove"><h2 id="remove">Remove</h2>
                <form class="sheet" data-act="remove" data-then="/people">\(FormParts.hidden("person", person.id.text))<div><button>Remove \(person.name)</button></div></form></section>
                <section aria-labelledby="forget"><h2 id="forget">Forget for good</h2>
                \(text.whole)
                <form class="sheet" data-act="forget" data-then="/people">\(FormParts.hidden("person", person.id.text))\(notes)\(FormParts.box("Erase \(person.name) for good", "yes"))
                <div><button>Forget \(person.name)</button></div></form></section>
                """, isDialog: true)
    }

    // MARK: Parts

    private func person(_ name: String) throws(WorkspaceError) -> Person {
        let id = PersonID(context.request[name] ?? "")
        guard let person = context.network.people.first(where: { $0.id == id }) else {
            throw .request("No one here has the id “\(id)”; they may have been merged, removed or forgotten.")
        }
        return person
    }

    /// Everything that would be known about someone in a network that is not recorded.
    private func card(of id: PersonID, in network: ReferralNetwork) throws(WorkspaceError) -> HTML {
        guard let own = context.shown.own else { return .empty }
        let opened = try OpenedNetwork(
            own, network, asOf: context.shown.opened.analysis.asOf,
            policy: context.shown.opened.analysis.policy, isQuiet: context.shown.opened.isQuiet,
            zone: context.view.settings.zone, region: context.view.settings.region)
        guard let profile = opened.analysis.profile(of: id) else { return .empty }
        return PersonProfileText(
            profile, in: opened.analysis.network, today: context.today, contactLimit: 5
        ).written(in: TextStyle()).html
    }

    private var unchanging: PageContent {
        PageContent(
            title: "You are looking at a file", main: "<p>Nothing can be recorded.</p>", isDialog: true)
    }
}

extension ReadableReport {
    /// The whole text as markup, its first line too.
    fileprivate var whole: HTML {
        let text = rendered(in: TextStyle(width: 10_000))
        return "\(text.split(separator: "\n").map { "<p class=\"line\">\(String($0))</p>" as HTML })"
    }
}
