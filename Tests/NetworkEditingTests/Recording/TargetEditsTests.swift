import DateLiterals
import NetworkEditing
import ReferralGraph
import Testing

@Suite("Recording what the seeker looks for")
struct TargetEditsTests {
    private var editor = sampleEditor()

    private func proposal(_ kind: Target.Kind, _ name: String) -> Target {
        Target(kind: kind, name: name, standing: .proposed, source: "followed on LinkedIn")
    }

    private mutating func propose(_ targets: Target...) {
        var network = editor.network
        network.targets += targets
        editor = NetworkEditor(network, now: editor.now)
    }

    @Test("a company is first choice unless the user says otherwise, and a new one is added")
    mutating func companies() throws {
        let edit = try editor.want(Wanted(companies: ["acme", "Northgate Labs"]))
        #expect(
            edit.changes == [
                "You want to work at Acme Robotics (A)", "Added the company Northgate Labs (northgate-labs)",
                "You want to work at Northgate Labs (A)",
            ])
        try editor.want(Wanted(companies: ["northgate"], priority: .c))
        #expect(editor.network[company: "northgate-labs"].priority == .c)
        // Without a priority the one on record stays.
        #expect(try editor.want(Wanted(companies: ["northgate"])).changes == [])
        #expect(editor.network[company: "northgate-labs"].priority == .c)
        #expect(editor.network.targets == [])
    }

    @Test("roles, departments and places are kept once, however they are spelled")
    mutating func others() throws {
        try editor.want(
            Wanted(
                roles: ["Brand manager", " BRAND  MANAGER"], departments: ["Marketing"], places: ["Zürich"]))
        try editor.want(Wanted(places: ["zurich"]))
        #expect(
            editor.network.targets == [
                Target(kind: .role, name: "Brand manager", date: "2026-03-05"),
                Target(kind: .department, name: "Marketing", date: "2026-03-05"),
                Target(kind: .place, name: "Zürich", date: "2026-03-05"),
            ])
    }

    @Test("a proposal counts when the user takes it up, alone or with all others")
    mutating func proposals() throws {
        propose(
            proposal(.company, "Kestrel Labs"), proposal(.company, "Campbell and Sons"),
            proposal(.role, "Data lead"))
        #expect(editor.network.companies.allSatisfy { $0.priority == nil })
        #expect(editor.network.wanted(.role) == [])
        try editor.wantProposed(["kestrel"])
        #expect(editor.network[company: "kestrel-labs"].priority == .a)
        #expect(editor.network.proposedTargets.map(\.name) == ["Campbell and Sons", "Data lead"])
        try editor.wantProposed(priority: .b)
        #expect(editor.network[company: "campbell"].priority == .b)
        #expect(editor.network.companies.count == 3)
        #expect(editor.network.wanted(.role) == ["Data lead"])
        #expect(editor.network.proposedTargets == [])
        #expect(throws: EditError.nothingToDo("no source proposes anything that you have not decided on")) {
            try editor.wantProposed()
        }
    }

    @Test("naming a proposed company by a part of its name takes the proposal up")
    mutating func partOfProposal() throws {
        propose(proposal(.company, "Harbor Savings Bank"))
        try editor.want(Wanted(companies: ["harbor"]))
        #expect(editor.network.companies.map(\.name).last == "Harbor Savings Bank")
        #expect(editor.network.targets == [])
    }

    @Test("what is declined is neither wanted nor proposed, and is remembered")
    mutating func declined() throws {
        propose(proposal(.company, "Kestrel Labs"))
        try editor.want(Wanted(companies: ["acme"], places: ["Oslo"]))
        let edit = try editor.doNotWant(["kestrel", "acme", "oslo"])
        #expect(edit.changes.count == 3)
        #expect(editor.network[company: "acme"].priority == nil)
        #expect(editor.network.targets.map(\.standing) == [.declined, .declined, .declined])
        // The user may think better of it.
        try editor.want(Wanted(companies: ["acme"], places: ["Oslo"]))
        #expect(editor.network.targets.map(\.name) == ["Kestrel Labs", "Oslo"])
        #expect(editor.network.wanted(.place) == ["Oslo"])
    }

    @Test("doubtful names are refused and change nothing")
    mutating func refused() throws {
        propose(proposal(.company, "Kestrel Labs"), proposal(.company, "Kestrel Foods"))
        let before = editor.network
        #expect(throws: EditError.noMatch(.target, text: "Kestral", suggestion: "Kestrel")) {
            try editor.doNotWant(["Kestral"])
        }
        #expect {
            try editor.wantProposed(["kestrel"])
        } throws: { ($0 as? EditError)?.explanation.contains("Kestrel Foods (company)") == true }
        for nonsense in ["", " ", "\u{200B}"] {
            #expect(throws: EditError.self) { try editor.want(Wanted(companies: [nonsense])) }
            #expect(throws: EditError.self) { try editor.want(Wanted(roles: [nonsense])) }
            #expect(throws: EditError.self) { try editor.doNotWant([nonsense]) }
        }
        #expect(throws: EditError.self) { try editor.want(Wanted(companies: ["Self-employed"])) }
        #expect(editor.network == before)
    }
}
