import DateLiterals
import NetworkEditing
import NetworkFiles
import NetworkRedaction
import ReferralGraph
import SourceReaders
import Testing

@Suite("What sources say about the seeker")
struct OwnCareerTests {
    private let place = SourcePlace(file: "Positions.csv", line: 2)

    private func job(
        _ company: String, _ title: String? = nil, _ from: CalendarDay? = nil, _ to: CalendarDay? = nil
    ) -> OwnJobRecord {
        OwnJobRecord(company: company, title: title, from: from, to: to, place: place)
    }

    private func source(
        asOf: String? = "2026-03-01", owner: String? = nil, _ jobs: OwnJobRecord...,
        schools: [Education] = [],
        wants: [Target] = []
    ) -> SourceRecords {
        var records = archive(asOf: asOf)
        records.owner = owner.map { contact($0) }
        records.ownJobs = jobs
        records.ownEducation = schools.map { OwnEducationRecord($0, place: place) }
        records.proposals = wants.map { ProposalRecord($0, place: place) }
        return records
    }

    /// The network after these sources, each of which changes nothing when it comes again.
    private func network(_ sources: SourceRecords..., from start: ReferralNetwork? = nil) -> ReferralNetwork {
        var network = start ?? emptyNetwork()
        for source in sources {
            NetworkImport.apply(source, to: &network, today: today)
            let once = network
            #expect(!NetworkImport.apply(source, to: &network, today: today).hasChanges)
            #expect(network == once)
        }
        #expect(network.issues().filter(\.isError) == [])
        return network
    }

    private func jobs(_ network: ReferralNetwork) -> [String] {
        network["me"].employments.map {
            "\($0.company) \($0.title ?? "-") \($0.from.map(String.init) ?? "?")...\($0.to.map(String.init) ?? "")"
        }
    }

    // MARK: Jobs

    @Test("Own jobs become the seeker's, each title of one employer for itself")
    func taken() {
        let network = network(
            source(
                job("Kestrel", "Manager", "2015-03-01", "2019-02-28"),
                job("Kestrel", "Clerk", nil, "2015-02-28"),
                job("Tarn & Sons", "Lead", "2019-03-01")))
        #expect(
            jobs(network) == [
                "kestrel Manager 2015-03-01...2019-02-28", "kestrel Clerk ?...2015-02-28",
                "tarn-and-sons Lead 2019-03-01...",
            ])
        #expect(network.companies.map(\.name) == ["Kestrel", "Tarn & Sons"])
    }

    @Test("Of two archives the order does not matter: a job ends, a title is the later one")
    func anyOrder() {
        let old = source(asOf: "2025-01-01", job("Kestrel", "Clerk", "2015-03-01"))
        let new = source(
            asOf: "2026-03-01", job("Kestrel Inc.", "Manager", "2015-03-01", "2025-08-31"),
            job("Tarn", nil, "2025-09-01"))
        let expected = ["kestrel Manager 2015-03-01...2025-08-31", "tarn - 2025-09-01..."]
        #expect(jobs(network(old, new)) == expected)
        #expect(jobs(network(new, old)) == expected)
        #expect(jobs(network(old, new, old, new)) == expected)
    }

    @Test("The parts of an archive may come one by one")
    func parts() {
        let kestrel = contact("Ann Hale", "ann", company: "Kestrel", isAcquaintance: true)
        let career = source(job("Kestrel", "Clerk", "2015-03-01", "2019-02-28"))
        let one = network(archive(kestrel), career)
        let other = network(career, archive(kestrel))
        #expect(one.people == other.people)
        #expect(one.companies == other.companies && one.companies.count == 1)
    }

    @Test("What the user recorded stays, and is completed")
    func ownWords() {
        var start = emptyNetwork()
        start.companies = [Company(id: "kestrel", name: "Kestrel")]
        start.people[0].employments = [
            Employment(company: "kestrel", title: "Head of Brand", from: "2015-03-01", to: "2019-01-10")
        ]
        let records = source(job("Kestrel", "Manager", "2015-03-01", "2019-02-28"))
        #expect(jobs(network(records, from: start)) == ["kestrel Head of Brand 2015-03-01...2019-01-10"])
        start.people[0].employments = [Employment(company: "kestrel")]
        #expect(jobs(network(records, from: start)) == ["kestrel Manager 2015-03-01...2019-02-28"])
    }

    @Test("Who has left and has not said so at LinkedIn has left")
    func notReopened() {
        var start = network(source(asOf: "2026-01-01", job("Kestrel", "Clerk", "2015-03-01")))
        start.people[0].employments[0].to = "2026-01-31"
        let after = network(source(asOf: "2026-03-01", job("Kestrel", "Clerk", "2015-03-01")), from: start)
        #expect(jobs(after) == ["kestrel Clerk 2015-03-01...2026-01-31"])
    }

    @Test("A job that goes on makes colleagues of the people there, and that is said once")
    func ownEmployer() {
        var network = emptyNetwork()
        let records = source(
            job("Kestrel", "Clerk", "2015-03-01", "2019-02-28"), job("Tarn", "Lead", "2019-03-01"))
        #expect(
            NetworkImport.apply(records, to: &network, today: today).findings == [.ownEmployer("tarn")])
        #expect(NetworkImport.apply(records, to: &network, today: today).findings == [])
        var freelance = emptyNetwork()
        let alone = source(job("Self-employed", "Consultant", "2019-03-01"))
        #expect(NetworkImport.apply(alone, to: &freelance, today: today).findings == [])
    }

    @Test("Of someone else's archive neither jobs nor schools nor wishes are taken")
    func foreign() {
        var start = emptyNetwork()
        start.people[0].name = "Ann Hale"
        let records = source(
            owner: "Bob Ortiz", job("Kestrel"), schools: [Education(school: "Hollis")],
            wants: [Target(kind: .company, name: "Tarn", standing: .proposed)])
        #expect(network(records, from: start) == start)
        let own = network(source(owner: "Hale, Ann", job("Kestrel")), from: start)
        #expect(jobs(own) == ["kestrel - ?..."])
    }

    // MARK: Schools

    @Test("Schools are completed; two degrees at one are two")
    func schools() {
        let network = network(
            source(schools: [
                Education(school: "Umberthwaite", degree: "BA", from: "2008-01-01"),
                Education(school: "Umberthwaite", degree: "MSc"),
            ]),
            source(schools: [Education(school: "umberthwaite", degree: "ba", to: "2012-12-31")]))
        #expect(
            network["me"].education == [
                Education(school: "Umberthwaite", degree: "BA", from: "2008-01-01", to: "2012-12-31"),
                Education(school: "Umberthwaite", degree: "MSc"),
            ])
    }

    @Test("A contact's school comes from a table, and survives a merge")
    func contactsSchools() throws {
        var ann = contact("Ann Hale", "ann")
        ann.schools = ["Hollis Park School", " ", "hollis park school"]
        var network = network(archive(ann, contact("Annie Hale", "annie")))
        #expect(network["ann-hale"].education == [Education(school: "Hollis Park School")])
        try mergePeople("annie-hale", "ann-hale", in: &network)
        #expect(network["annie-hale"].education == [Education(school: "Hollis Park School")])
    }

    @Test("Redaction keeps a school's words without names, and numbers schools where companies are numbered")
    func redacted() {
        var network = emptyNetwork()
        network.people[0].name = "Umber Hale"
        network.people[0].education = [
            Education(school: "Hale School of Design", degree: "BA, Umber Studies", from: "2008-01-01"),
            Education(school: "hale school of design"), Education(school: "Other College"),
        ]
        let plain = network.redacted().people[0].education
        #expect(plain.map(\.school) == ["… School of Design", "… school of design", "Other College"])
        #expect(plain[0].degree == "BA, … Studies" && plain[0].from == "2008-01-01")
        let hidden = network.redacted(companies: true).people[0].education
        #expect(hidden.map(\.school) == ["School 1", "School 1", "School 2"])
    }

    // MARK: Wishes

    @Test("What is wanted, proposed or declined already is not proposed again")
    func proposals() {
        var start = emptyNetwork()
        start.companies = [
            Company(id: "acme", name: "Acme", aliases: ["Acme Labs"], priority: .a),
            Company(id: "tarn", name: "Tarn"),
        ]
        start.targets = [
            Target(kind: .role, name: "Brand manager"),
            Target(kind: .company, name: "Fenwick", standing: .declined),
        ]
        func wish(_ kind: Target.Kind, _ name: String, _ date: CalendarDay? = nil) -> Target {
            Target(kind: kind, name: name, standing: .proposed, source: "dream company", date: date)
        }
        let records = source(wants: [
            wish(.company, "acme labs"), wish(.company, "Fenwick Ltd"), wish(.role, "brand MANAGER"),
            wish(.company, "Tarn", "2026-12-24"), wish(.place, "Berlin"), wish(.company, "TARN"),
            wish(.role, " "),
        ])
        var network = start
        let report = NetworkImport.apply(records, to: &network, today: today)
        #expect(report.newProposals == [wish(.company, "Tarn", today), wish(.place, "Berlin")])
        #expect(network.targets == start.targets + report.newProposals)
        #expect(network.companies == start.companies && network.opportunities == [])
        #expect(NetworkImport.apply(records, to: &network, today: today).newProposals == [])
    }

    // MARK: Days

    @Test("Without a day no one has moved; with the day they have")
    func dated() {
        let before = network(archive(asOf: "2025-01-01", contact("Ann Hale", "ann", company: "Kestrel")))
        var undated = archive(asOf: nil, contact("Ann Hale", "ann", company: "Tarn"))
        var network = before
        let report = NetworkImport.apply(undated, to: &network, today: today)
        #expect(report.findings == [.contradictedEmployer("ann-hale", known: "kestrel", said: "Tarn")])
        #expect(network == before)
        undated.asOf = "2026-03-01"
        let moved = NetworkImport.apply(undated, to: &network, today: today)
        #expect(
            moved.findings == [.changedEmployer("ann-hale", from: "kestrel", to: "tarn", isStar: false)])
    }
}
