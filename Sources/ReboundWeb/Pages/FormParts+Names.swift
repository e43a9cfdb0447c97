internal import NetworkEditing
internal import PageServer
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

extension FormParts {
    /// What the name in a field is the name of.
    enum Named: String {
        case person, company
    }

    /// A field for a name, with those that fit as it is typed.
    /// - Parameter listed: Whether the list of those stands here; several fields of one name share one.
    static func name(
        of kind: Named, _ label: String, _ name: String, _ value: String = "", placeholder: String = "",
        isRequired: Bool = false, listed: Bool = true
    ) -> HTML {
        let list = "names-\(name)"
        let found: HTML = listed ? "<datalist id=\"\(list)\"></datalist>" : .empty
        return """
            <label>\(label) <input name="\(name)" value="\(value)" placeholder="\(placeholder)" list="\(list)" data-suggest="\(PageAddress.address("names", ["kind": kind.rawValue]))&amp;like=" autocomplete="off"\(isRequired ? " required" : "")></label>
            \(found)
            """
    }

    /// One of several answers.
    static func answers(
        _ question: String, _ name: String, _ chosen: String, _ answers: [(value: String, words: String)]
    ) -> HTML {
        let boxes = answers.map { answer in
            "<label class=\"check\"><input type=\"radio\" name=\"\(name)\" value=\"\(answer.value)\"\(answer.value == chosen ? " checked" : "")> \(answer.words)</label>"
                as HTML
        }
        return "<fieldset><legend>\(question)</legend>\(boxes)</fieldset>"
    }

    /// Fields of rare use, folded.
    static func more(_ fields: [HTML], _ label: String = "More") -> HTML {
        "<details class=\"more-fields\"><summary class=\"button\">\(label)</summary><div>\(fields)</div></details>"
    }

    /// A form that records an act.
    /// - Parameters:
    ///   - home: Where a form on a page of its own leads afterwards.
    ///   - showsAnswer: Whether the dialog stays and shows what follows.
    static func sheet(
        _ act: String, _ fields: [HTML], button: String, home: String? = nil, showsAnswer: Bool = false
    ) -> HTML {
        let then = home.html { " data-home=\"\($0)\"" }
        let stays: HTML = showsAnswer ? " data-answer" : .empty
        return
            "<form class=\"sheet\" data-act=\"\(act)\"\(then)\(stays)>\(fields)<p><button class=\"first\">\(button)</button></p></form>"
    }

    /// A link that opens another page in the dialog.
    static func dialog(_ words: String, _ address: String) -> HTML {
        "<a class=\"button\" data-dialog href=\"\(address)\">\(words)</a>"
    }

    /// A means of contact; as usual where none is chosen.
    static func channel(_ label: String, _ chosen: String = "", usual: String) -> HTML {
        choice(
            label, "channel", chosen,
            [("", usual)]
                + Interaction.Channel.allCases.map { ($0.rawValue, Wording.channel($0)) })
    }
}

extension PageContext {
    /// The person named in the address.
    /// - Throws: ``WorkspaceError`` where there is none.
    func askedPerson() throws(WorkspaceError) -> Person {
        let text = request["person"] ?? ""
        guard let person = network.people.first(where: { $0.id.text == text }), person.id != network.seeker
        else { throw .edit(.noMatch(.person, text: text, suggestion: nil)) }
        return person
    }

    /// The company that a value of the address names.
    /// - Throws: ``WorkspaceError`` where there is none.
    func askedCompany(_ name: String = "company") throws(WorkspaceError) -> Company {
        let text = request[name] ?? ""
        guard let company = network.companies.first(where: { $0.id.text == text }) else {
            throw .edit(.noMatch(.company, text: text, suggestion: nil))
        }
        return company
    }

    /// The names of the people in the address; text that is not an identifier stays as it is.
    var askedNames: [String] {
        request.values(of: "person").map { text in
            network.people.first { $0.id.text == text }.map { typed([$0])[0] } ?? text
        }
    }

    /// What to type for people: the name, or the identifier where others have the name.
    /// - Complexity: O(people of the network).
    func typed(_ people: [Person]) -> [String] {
        let names = people.map { foldedName($0.name) }
        var counts: [String: Int] = [:]
        for name in network.people.lazy.map({ foldedName($0.name) }) where names.contains(name) {
            counts[name, default: 0] += 1
        }
        return zip(people, names).map { counts[$1] == 1 ? $0.name : $0.id.text }
    }

    /// The roles that something can be about, those under way first.
    var roleChoices: [(value: String, words: String)] {
        let network = shown.opened.analysis.network
        let companies = network.companies.keyed(by: \.id, \.name)
        return (network.opportunities.filter(\.isLive) + network.opportunities.filter { !$0.isLive }).map {
            role in
            (role.id.text, [role.title, companies[role.company] ?? ""].joined(separator: " · "))
        }
    }

    /// A field for the role that something is about.
    func about(_ label: String, none: String) -> HTML {
        FormParts.choice(label, "about", request["about"] ?? "", [("", none)] + roleChoices)
    }

    /// The names that fit what was typed so far, for the fields that ask for one.
    var suggestedNames: PageContent {
        let like = request["like"] ?? ""
        let most = 12
        let options: [HTML]
        if foldedName(like).isEmpty {
            options = []
        } else if request["kind"] == FormParts.Named.company.rawValue {
            let companies = shown.opened.analysis.companyOverview(like: like).rows.prefix(most)
            options = companies.map { "<option value=\"\($0.name)\"></option>" }
        } else {
            let found: [Person] =
                switch PersonQuery(like).match(in: network, suggests: false) {
                case .one(let id): network.people.filter { $0.id == id }
                case .several(let people): Array(people.prefix(most))
                case .none: []
                }
            let companies = network.companies.keyed(by: \.id, \.name)
            let others = found.filter { $0.id != network.seeker }
            options = zip(others, typed(others)).map { person, typed in
                let job = person.employment(on: today)
                let words = [job?.title, job.flatMap { companies[$0.company] }].compactMap(\.self)
                return
                    "<option value=\"\(typed)\">\(([person.name] + words).joined(separator: " · "))</option>"
            }
        }
        return PageContent(
            title: "Names", main: "<datalist id=\"names\">\(options)</datalist>", isDialog: true)
    }
}
