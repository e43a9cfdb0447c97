import AnalysisTestSupport
import DateLiterals
import Foundation
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// What a person is worth without introducing anyone (ranking.md, section d).
@Suite("The direct value")
struct DirectValueTests {
    /// The direct value of Ann, who works at acme.
    private func direct(
        _ title: String? = "Director", in department: String? = nil,
        _ build: (inout NetworkBuilder) -> Void = { _ in }
    ) throws -> DirectValue {
        try #require(try explanation(title, in: department, build).worth?.direct)
    }

    private func explanation(
        _ title: String? = "Director", in department: String? = nil,
        _ build: (inout NetworkBuilder) -> Void = { _ in }
    ) throws -> PersonExplanation {
        let analysis = try analyse(asOf: "2026-04-10") {
            $0.person("ann", title, in: department)
            build(&$0)
        }
        return try #require(analysis.explanation(of: "ann"))
    }

    private func expectFit(
        _ fit: Double, in department: String? = nil, _ location: SourceLocation = #_sourceLocation,
        _ build: (inout NetworkBuilder) -> Void
    ) throws {
        let found = try direct(in: department, build).fit
        #expect(abs(found - fit) < 1e-12, "fit \(found)", sourceLocation: location)
    }

    @Test("the company's priority")
    func priority() throws {
        for (priority, fit) in [(.a, 0.5), (.b, 0.35), (.c, 0.2), (nil, 0.15)]
            as [(Company.Priority?, Double)]
        {
            try expectFit(fit) { $0.company("acme") { $0.priority = priority } }
        }
        let assumptions = try direct().assumptions
        #expect(assumptions.contains("no priority set: fit 0.3"))
    }

    @Test("a department that the seeker asks for, by whole words of its name")
    func wantedDepartment() throws {
        for (department, fit) in [("Brand Marketing", 0.5), ("marketing", 0.5), ("Marketingx", 0.3)] {
            try expectFit(fit, in: department) {
                $0.company("acme") { $0.priority = .a }
                $0.network.targets = [Target(kind: .department, name: "Marketing")]
            }
        }
        try expectFit(0.5, in: "Sales") {
            $0.company("acme") { $0.priority = .a }
            $0.network.targets = [Target(kind: .department, name: "Marketing", standing: .proposed)]
        }
    }

    @Test("the place where the seeker wants to work, an unknown one, and another one")
    func place() throws {
        for (place, fit) in [("Chicago, IL", 0.5), (nil, 0.5), ("Oslo", 0.3)] as [(String?, Double)] {
            let explanation = try explanation {
                $0.company("acme") { $0.priority = .a }
                $0.network.people[1].place = place
                $0.network.targets = [Target(kind: .place, name: "Chicago, Illinois")]
            }
            let direct = try #require(explanation.worth?.direct)
            #expect(abs(direct.fit - fit) < 1e-12)
            #expect(
                direct.factors.contains("in Oslo, not where you want to work x0.6") == (place == "Oslo"))
        }
    }

    @Test("who wants to work remotely does not mind the place")
    func remote() throws {
        try expectFit(0.5) {
            $0.company("acme") { $0.priority = .a }
            $0.network.people[1].place = "Oslo"
            $0.network.targets = [
                Target(kind: .place, name: "Chicago"), Target(kind: .place, name: "Remote"),
            ]
        }
    }

    @Test("the department the seeker wants, an unknown one, and another one")
    func department() throws {
        for (department, fit) in [("Tools", 0.5), (nil, 0.5), ("Sales", 0.3)] as [(String?, Double)] {
            try expectFit(fit, in: department) {
                $0.company("acme") { $0.priority = .a }
                $0.role("role", [StageEvent(stage: .applied, date: "2026-03-02")]) {
                    $0.department = "Tools"
                }
            }
        }
        try expectFit(0.5, in: "Sales") { $0.company("acme") { $0.priority = .a } }
    }

    @Test("how far the seeker came, never less than half, whatever came after")
    func stages() throws {
        for (stages, fit) in [
            ([.applied], 0.5), ([.applied, .screening], 0.6), ([.screening, .interview], 0.8),
            ([.interview, .finalist, .rejected], 1), ([.interview, .rejected], 0.8), ([.offer], 1),
            ([.onHold], 0.5), ([], 0.5),
        ] as [([Stage], Double)] {
            try expectFit(fit) {
                $0.company("acme") { $0.priority = .a }
                $0.role(
                    "role",
                    stages.enumerated().map {
                        StageEvent(stage: $0.element, date: Timestamp("2026-03-02" + $0.offset))
                    }, participants: [Participant(person: "ann", role: .hiringManager)])
            }
        }
    }

    @Test("the referral programme raises the fit to 1 at most, the star beyond that")
    func programmeAndStar() throws {
        try expectFit(0.75) {
            $0.company("acme") {
                $0.priority = .a
                $0.hasReferralProgramme = true
            }
        }
        for (isStar, fit) in [(false, 1.0), (true, 1.2)] {
            try expectFit(fit) {
                $0.company("acme") {
                    $0.priority = .a
                    $0.hasReferralProgramme = true
                }
                $0.network.people[1].isStar = isStar
                $0.role(
                    "role", [StageEvent(stage: .finalist, date: "2026-03-02")],
                    participants: [Participant(person: "ann", role: .hiringManager)])
            }
        }
        try expectFit(0.6) {
            $0.company("acme") { $0.priority = .a }
            $0.network.people[1].isStar = true
        }
    }

    @Test(
        "reports are assumed from the title",
        arguments: [
            ("Founder", 6), ("Co-founder", 6), ("CEO & founder", 6), ("Chief financial officer", 6),
            ("President", 6), ("Managing executive", 6), ("Restaurant owner", 6),
            ("Vice President, Sales", 8), ("VP of Engineering", 8), ("SVP", 8), ("Head of Data", 8),
            ("Director, Brand", 7), ("Managing Director", 7), ("Engineering manager", 5),
            ("Team lead", 5), ("Field supervisor", 5), ("Engineer", 0), ("Account executive", 0),
            ("Sales executive", 0), ("Executive assistant", 0), ("Assistant to the COO", 0),
            ("Associate director", 0), ("Junior manager", 0), ("Product owner", 0), ("Recruiter", 0),
            ("Head of Talent", 0), ("Leadership coach", 0), ("", 0),
        ])
    func titles(_ title: String, _ reports: Double) throws {
        let direct = try direct(title)
        #expect(direct.reports == reports && direct.isKnown)
        #expect(abs(direct.openingProbability - (1 - exp(-reports / 10))) < 1e-12)
        #expect(
            direct.assumptions.contains("reports not recorded: \(Int(reports)) from the title “\(title)”")
                == (reports > 0))
    }

    @Test("a recorded number beats reporting lines, these beat a lower assumption")
    func recordedReports() throws {
        func reporting(_ lines: Int, _ recorded: Int? = nil) throws -> PersonExplanation {
            try explanation("Engineering manager") { builder in
                builder.network.people[1].directReports = recorded
                for line in 0..<lines {
                    builder.person(PersonID("p\(line)"), at: "acme")
                    builder.network.ties.append(
                        Tie(from: PersonID("p\(line)"), to: "ann", kind: .reportsTo))
                }
            }
        }
        for (lines, recorded, reports, isRecorded) in [
            (0, nil, 5, false), (3, nil, 5, false), (9, nil, 9, true), (9, 2, 2, true), (0, 2, 2, true),
        ] as [(Int, Int?, Double, Bool)] {
            let explanation = try reporting(lines, recorded)
            #expect(explanation.worth?.direct.reports == reports)
            #expect(explanation.vacancyClock?.reports == reports)
            #expect(explanation.vacancyClock?.isRecorded == isRecorded)
        }
        let none = try reporting(0, 0)
        #expect(none.vacancyClock == nil && none.worth?.direct.value == 0)
    }

    @Test("a recruiter counts as five while openings are posted at the company")
    func recruiter() throws {
        let posted = Signal(kind: .openingPosted, date: "2026-03-02", department: "Tools")
        let recruiter = try direct("Recruiter", in: "People") { $0.company("acme") { $0.signals = [posted] } }
        #expect(recruiter.reports == 5)
        let old = Signal(kind: .openingPosted, date: "2026-01-09")
        #expect(try direct("Recruiter") { $0.company("acme") { $0.signals = [old] } }.reports == 0)
    }

    @Test("a person whose title is unknown is worth .05, and does not count as known")
    func unknownTitle() throws {
        let untitled = try direct(nil)
        #expect(untitled.value == 0.05 && !untitled.isKnown)
        let jobless = try direct { $0.network.people[1].employments = [] }
        #expect(jobless.value == 0.05 && jobless.assumptions == ["title unknown: direct value 0.05"])
    }

    /// P(opening) of a director of ten at acme under the company's signals.
    private func opening(
        _ signals: Signal..., in department: String? = nil,
        _ build: (inout NetworkBuilder) -> Void = { _ in }
    ) throws -> Double {
        try direct(in: department) {
            $0.network.people[1].directReports = 10
            $0.company("acme") { $0.signals = signals }
            build(&$0)
        }.openingProbability
    }

    @Test("signals multiply the rate for 90 days")
    func signals() throws {
        // ranking.md, worked example 8.
        #expect(abs(try opening() - 0.632_120_559) < 1e-9)
        let freeze = Signal(kind: .hiringFreeze, date: "2026-04-01")
        #expect(abs(try opening(freeze) - 0.221_199_217) < 1e-9)
        let factors: [(Signal.Kind, Double)] = [
            (.contractWon, 1.5), (.growth, 1.5), (.hireFailing, 1.5), (.reportFailing, 1.5),
            (.reportPromoted, 1.5), (.reportLeaving, 1.5), (.securityIncident, 1.3), (.crisis, 1.3),
            (.clientsLeaving, 1.3), (.reorganisation, 1), (.layoffs, 0.25), (.hiringFreeze, 0.25),
        ]
        #expect(Set(factors.map(\.0)).union([.openingPosted, .letGo]) == Set(Signal.Kind.allCases))
        for (kind, factor) in factors {
            let fresh = try opening(Signal(kind: kind, date: "2026-01-10"))
            #expect(abs(fresh - (1 - exp(-factor))) < 1e-12, "\(kind)")
            #expect(try opening(Signal(kind: kind, date: "2026-01-09")) == opening(), "\(kind)")
        }
        let both = try opening(freeze, Signal(kind: .crisis, date: "2026-04-01"))
        #expect(abs(both - (1 - exp(-0.25 * 1.3))) < 1e-12)
        let own = try opening {
            $0.network.people[1].signals = [Signal(kind: .reportLeaving, date: "2026-04-01")]
        }
        #expect(abs(own - (1 - exp(-1.5))) < 1e-12)
    }

    @Test("a signal of another department says nothing here")
    func departmentOfSignals() throws {
        let freeze = Signal(kind: .hiringFreeze, date: "2026-04-01", department: "Tools")
        #expect(try opening(freeze, in: "Tools") < 0.3)
        #expect(try opening(freeze) < 0.3)
        #expect(try opening(freeze, in: "Sales") == opening(in: "Sales"))
    }

    @Test("a posted opening in the department is certain, in another one it says nothing")
    func postedOpening() throws {
        let posted = Signal(kind: .openingPosted, date: "2026-04-01", department: "Tools")
        #expect(try opening(posted, in: "Tools") == 1)
        #expect(try opening(posted) == 1)
        #expect(try opening(posted, in: "Sales") == opening(in: "Sales"))
        #expect(try opening(Signal(kind: .openingPosted, date: "2026-04-01"), in: "Sales") == 1)
        #expect(try opening(Signal(kind: .openingPosted, date: "2026-01-09")) == opening())
        #expect(try opening(posted, Signal(kind: .layoffs, date: "2026-04-02"), in: "Tools") == 1)
    }

    @Test("a live opportunity is an opening with everybody who takes part, until it is decided")
    func liveOpportunity() throws {
        func role(_ stage: Stage) throws -> DirectValue {
            try direct("Engineer") {
                $0.company("acme") { $0.priority = .a }
                $0.role(
                    "role", [StageEvent(stage: stage, date: "2026-03-02")],
                    participants: [Participant(person: "ann", role: .interviewer)])
            }
        }
        #expect(try role(.applied).openingProbability == 1 && role(.applied).value == 0.5)
        #expect(try role(.onHold).openingProbability == 1)
        for stage in [Stage.rejected, .accepted, .withdrawn] {
            #expect(try role(stage).openingProbability == 0)
        }
    }

    @Test("d is the product, and every number in it has a line")
    func explained() throws {
        let direct = try direct {
            $0.company("acme") { $0.priority = .b }
            $0.network.people[1].isStar = true
        }
        #expect(abs(direct.value - direct.fit * direct.openingProbability) < 1e-15)
        #expect(
            direct.factors == [
                "priority B x0.7", "same or unknown department x1", "no interview yet x0.5", "star x1.2",
                "P(opening in 3 months) 0.5",
            ])
        #expect(
            direct.assumptions == [
                "reports not recorded: 7 from the title “Director”", "a report stays 30 months",
            ])
    }

    @Test("the vacancy clock gives both tenures, and only for those someone reports to")
    func vacancyClock() throws {
        let clock = try #require(try explanation().vacancyClock)
        #expect(clock.reports == 7 && !clock.isRecorded && clock.signals == [])
        #expect(abs(clock.expectedWaitMonths.lowerBound - 30.0 / 7) < 1e-12)
        #expect(abs(clock.expectedWaitMonths.upperBound - 47.0 / 7) < 1e-12)
        #expect(abs(clock.openingProbability.lowerBound - (1 - exp(-21.0 / 47))) < 1e-12)
        #expect(abs(clock.openingProbability.upperBound - (1 - exp(-21.0 / 30))) < 1e-12)
        #expect(try explanation("Engineer").vacancyClock == nil)
        #expect(try explanation(nil).vacancyClock == nil)
    }
}
