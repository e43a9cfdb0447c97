import Graphviz
import ReboundTestSupport

/// Pictures in the project's visual grammar, built from the values under test.
enum SampleDrawings {
    static let ink = DotColor(0x1F2933)
    static let muted = DotColor(0x56616D)
    static let paper = DotColor(0xFFFFFF)
    static let star = DotColor(0xC08400)

    enum Standing: String {
        case normal = "ok"
        case rejected = "rej"
        case stalled = "stall"
        case offer = "offer"

        var border: DotColor {
            switch self {
            case .normal: DotColor(0x9AA7B4)
            case .rejected: DotColor(0xB5431A)
            case .stalled: DotColor(0xBA7A0C)
            case .offer: DotColor(0x00735A)
            }
        }

        var text: DotColor { self == .stalled ? DotColor(0x955A00) : border }
    }

    struct Person {
        var key: String
        var name: String
        var title: String
        var standing = Standing.normal
        var rank: Int?
        var hasStar = false
        var note: String?
        var tooltip: String?
    }

    enum Kind: String, CaseIterable {
        case interview, referral, stalled

        var style: EdgeStyle {
            switch self {
            case .interview:
                EdgeStyle(stroke: DotColor(0xB5431A), penWidth: 1.6, arrowHead: .tee, arrowSize: 1)
            case .referral: EdgeStyle(stroke: DotColor(0x0B63A5), penWidth: 2.2, arrowHead: .normal)
            case .stalled:
                EdgeStyle(stroke: DotColor(0xBA7A0C), penWidth: 1.8, line: .dashed, arrowHead: .vee)
            }
        }

        var text: DotColor { self == .stalled ? DotColor(0x955A00) : style.stroke ?? ink }
    }

    static let tints: [(fill: DotColor, stroke: DotColor)] = [
        (DotColor(0xEEF3F8), DotColor(0xC3D2E2)), (DotColor(0xF7F3EA), DotColor(0xDDD2BB)),
        (DotColor(0xEFF5F1), DotColor(0xC2D8CA)), (DotColor(0xF5F1F6), DotColor(0xD7C9DB)),
    ]

    static func text(_ text: String, _ size: Double, _ color: DotColor, bold: Bool = false)
        -> HTMLCell.Content
    {
        .text(HTMLText(text, pointSize: size, color: color, isBold: bold))
    }

    static func badge(_ rank: Int, size: Int = 22, pointSize: Double = 12) -> HTMLCell.Content {
        let cell = HTMLCell(
            text(String(rank), pointSize, paper, bold: true), width: size, height: size, hasFixedSize: true,
            border: 1, stroke: ink, fill: ink, isRounded: true)
        return .table(HTMLTable(rows: [[cell]]))
    }

    static func lines(_ lines: [HTMLCell.Content]) -> HTMLTable {
        HTMLTable(rows: lines.map { [HTMLCell($0, alignment: .left)] }, cellPadding: 1)
    }

    static func card(_ person: Person) -> HTMLTable {
        var written = [text(person.name, 12, ink, bold: true), text(person.title, 10, muted)]
        if let note = person.note { written.append(text(note, 10, person.standing.text)) }
        var cells: [HTMLCell] = []
        if let rank = person.rank { cells.append(HTMLCell(badge(rank), padding: 8)) }
        cells.append(
            HTMLCell(
                .table(lines(written)), alignment: .left, padding: 7,
                width: 222 - (person.rank == nil ? 0 : 38) - (person.hasStar ? 28 : 0)))
        if person.hasStar { cells.append(HTMLCell(text("★", 13, star), verticalAlignment: .top, padding: 7)) }
        return HTMLTable(
            rows: [cells], border: 1, stroke: person.standing.border,
            fill: person.standing == .offer ? DotColor(0xE3F2EC) : paper, isRounded: true, width: 222)
    }

    static func swatch(_ kind: Kind) -> HTMLCell {
        let dash = HTMLCell(.empty, width: 8, height: 3, hasFixedSize: true, fill: kind.style.stroke)
        let bar = HTMLCell(.empty, width: 28, height: 3, hasFixedSize: true, fill: kind.style.stroke)
        return HTMLCell(
            .table(HTMLTable(rows: [kind == .stalled ? [dash, dash, dash] : [bar]], cellSpacing: 2)))
    }

    static func caption(_ title: String, _ subtitle: String) -> HTMLTable {
        let names: [Kind: String] = [
            .referral: "Referral", .interview: "Interview, then rejected", .stalled: "Stalled thread",
        ]
        func name(_ text: String) -> [HTMLCell] {
            [HTMLCell(Self.text(text, 10, muted), alignment: .left), HTMLCell(.empty, width: 10)]
        }
        var legend: [HTMLCell] = []
        for kind in [Kind.referral, .interview, .stalled] {
            legend += [swatch(kind)] + name(names[kind] ?? "")
        }
        legend += [HTMLCell(text("★", 13, star))] + name("Warm contact")
        legend += [HTMLCell(badge(1, size: 17, pointSize: 10))] + name("Who to contact next")
        return HTMLTable(
            rows: [
                [HTMLCell(.table(HTMLTable(rows: [legend], cellPadding: 3)), alignment: .left)],
                [HTMLCell(text(title, 13, ink, bold: true), alignment: .left)],
                [HTMLCell(text(subtitle, 11, muted), alignment: .left)],
            ], cellPadding: 3)
    }

    static func emptyGraph(_ title: String, _ subtitle: String) -> DotGraph {
        DotGraph(
            .init(SVGIdentifier("refnet"), tooltip: title),
            style: GraphStyle(caption: caption(title, subtitle)), nodeDefaults: NodeStyle(shape: .plain),
            edgeDefaults: EdgeStyle(
                stroke: DotColor(0x9AA7B4), penWidth: 1.3, arrowSize: 0.7, fontColor: muted, fontSize: 9))
    }

    static func addYou(to graph: inout DotGraph) -> DotGraph.NodeReference {
        graph.addNode(
            .init(SVGIdentifier("p_you"), classes: ["you"], tooltip: "You"), label: .text("You"),
            style: NodeStyle(
                shape: .circle, fill: ink, stroke: ink, fontColor: paper, fontSize: 15, widthInches: 0.85,
                hasFixedSize: true))
    }

    static func addCompany(
        _ key: String, _ name: String, _ subtitle: String, tint: Int, to graph: inout DotGraph
    ) -> DotGraph.ClusterReference {
        graph.addCluster(
            .init(SVGIdentifier("c_" + key), classes: ["company"], tooltip: name),
            label: lines([text(name, 13, ink, bold: true), text(subtitle, 10, muted)]),
            style: ClusterStyle(fill: tints[tint % 4].fill, stroke: tints[tint % 4].stroke))
    }

    static func add(
        _ person: Person, in company: DotGraph.ClusterReference?, to graph: inout DotGraph
    ) -> DotGraph.NodeReference {
        graph.addNode(
            .init(
                SVGIdentifier("p_" + person.key), classes: ["person", person.standing.rawValue],
                tooltip: person.tooltip ?? person.name),
            label: .table(card(person)), in: company)
    }

    static func connect(
        _ tail: DotGraph.NodeReference, _ head: DotGraph.NodeReference, _ kind: Kind, _ lines: [String],
        in graph: inout DotGraph
    ) {
        let rows = lines.map { [HTMLCell(text($0, 9, kind.text))] }
        graph.addEdge(
            .init(SVGIdentifier("e_\(tail.id)_\(head.id)"), classes: [kind.rawValue]), from: tail, .east,
            to: head, .west, label: .table(HTMLTable(rows: rows, cellSpacing: 1)), style: kind.style)
    }

    /// Three referrals until an offer.
    static func story() -> DotGraph {
        var graph = emptyGraph(
            "Three referrals until an offer",
            "Every rejection became the next introduction; two silent threads are worth a nudge this week.")
        let you = addYou(to: &graph)
        let firm = addCompany(
            "f500", "Fortune 500 firm", "3 departments · 2 rejections · 1 offer", tint: 0, to: &graph)
        let bank = addCompany(
            "b", "Harbor Savings Bank", "Interviewed; no word for 21 days", tint: 1, to: &graph)
        let health = addCompany("c", "Northgate Health", "E-mailed twice; no reply", tint: 2, to: &graph)
        let dan = add(
            Person(
                key: "hm1", name: "Dan Whitfield", title: "Hiring manager, Brand", standing: .rejected,
                rank: 3,
                hasStar: true, note: "✕  Rejected 4 Mar, gave feedback",
                tooltip: "Dan Whitfield: called 5 Mar 08:30, gave feedback, referred you to Ruth"),
            in: firm, to: &graph)
        let ruth = add(
            Person(
                key: "hm2", name: "Ruth Adeyemi", title: "Director, Insights", standing: .rejected,
                hasStar: true,
                note: "✕  Rejected 20 Mar"), in: firm, to: &graph)
        let marcus = add(
            Person(
                key: "hm3", name: "Marcus Lindqvist", title: "VP, Customer Strategy", standing: .offer,
                hasStar: true, note: "✓  Offer accepted 9 Apr"), in: firm, to: &graph)
        let priya = add(
            Person(
                key: "priya", name: "Priya Nair", title: "Hiring manager, Analytics", standing: .stalled,
                rank: 1,
                hasStar: true, note: "…  Forward your last e-mail"), in: bank, to: &graph)
        let julie = add(
            Person(
                key: "julie", name: "Julie Brandt", title: "Head of Operations", standing: .stalled, rank: 2,
                note: "…  Phone before 9 a.m."), in: health, to: &graph)
        connect(you, dan, .interview, ["interview 26 Feb"], in: &graph)
        connect(dan, ruth, .referral, ["referral", "5 Mar"], in: &graph)
        connect(ruth, marcus, .referral, ["referral", "24 Mar"], in: &graph)
        connect(you, priya, .stalled, ["interview 19 Mar"], in: &graph)
        connect(you, julie, .stalled, ["e-mail 3 Apr"], in: &graph)
        return graph
    }

    /// A net of `peopleCount` invented people in up to seven companies.
    static func network(peopleCount: Int, seed: UInt64) -> DotGraph {
        var random = SeededRandom(seed: seed)
        let first = ["Ana", "Björn", "Chen", "Élodie", "Farid", "Grace", "Inês", "Kofi", "Noor", "Søren"]
        let last = ["Abbott", "Castillo", "Dubois", "García", "Ito", "Kowalski", "O’Neil", "Silva"]
        let titles = ["Hiring manager, Analytics", "Recruiter", "VP, Engineering", "Director, R&D"]
        let companyNames = [
            "Fortune 500 firm", "Harbor Savings Bank", "Northgate Health", "Skokie Instruments",
            "Glenview Foods", "Lakeshore Logistics", "Alumni network",
        ]
        var graph = emptyGraph("Referral network", "\(peopleCount) people")
        let you = addYou(to: &graph)
        let companies = companyNames.enumerated().map { index, name in
            addCompany(String(index), name, "people", tint: index, to: &graph)
        }
        var people: [(DotGraph.NodeReference, Standing)] = []
        for key in 0..<peopleCount {
            let standing = [Standing.normal, .normal, .rejected, .stalled].randomElement(using: &random)!
            let person = Person(
                key: "p\(key)",
                name: first.randomElement(using: &random)! + " " + last.randomElement(using: &random)!,
                title: titles.randomElement(using: &random)!, standing: standing,
                rank: key < 3 ? key + 1 : nil, hasStar: random.unit() < 0.2,
                note: standing == .stalled ? "…  Silent \(9 + key) days" : nil)
            let company = companies.randomElement(using: &random)!
            people.append((add(person, in: random.unit() < 0.9 ? company : nil, to: &graph), standing))
        }
        for key in people.indices {
            let parent = key < 5 ? you : people[Int.random(in: max(0, key - 14)..<key, using: &random)].0
            let kind: Kind = people[key].1 == .stalled ? .stalled : key < 5 ? .interview : .referral
            connect(parent, people[key].0, kind, ["\(1 + key % 28) Mar"], in: &graph)
            if key > 5, random.unit() < 0.15 {
                connect(
                    people[Int.random(in: 0..<key, using: &random)].0, people[key].0, .referral, [],
                    in: &graph)
            }
        }
        return graph
    }
}
