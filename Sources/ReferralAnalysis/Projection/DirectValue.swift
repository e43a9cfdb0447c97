import GraphAlgorithms
import Playbook
import RankingModel
import ReferralGraph

/// What a person is worth to the search without introducing anyone: d = fit x P(opening) (ranking.md, section d).
public struct DirectValue: Sendable, Equatable, Codable {
    /// d; untested on data.
    public var value: Double
    /// How well the seeker and the person's team suit each other, 0 to 1.2.
    public var fit: Double
    /// The probability of at least one opening within the policy's horizon.
    public var openingProbability: Double
    /// How many people report to the person, recorded or assumed.
    public var reports: Double
    /// Whether enough is known of the person for d to mean anything.
    public var isKnown: Bool
    /// What went into it, in words, each with its number.
    public var factors: [String]
    /// The defaults that stood in for facts.
    public var assumptions: [String]
}

/// Those of some names that the seeker wants: a wanted name is in them as whole words in order.
private struct WantedNames {
    let isEmpty: Bool
    private let names: Set<String>

    /// - Complexity: O(different facts x wanted names).
    init(_ wanted: [String], among facts: [String]) {
        isEmpty = wanted.isEmpty
        let parts = Set(wanted).map(Self.words)
        names =
            wanted.isEmpty
            ? []
            : Set(facts).filter { fact in
                let words = Self.words(fact)
                return parts.contains { part in words.indices.contains { words[$0...].starts(with: part) } }
            }
    }

    func contains(_ fact: String) -> Bool { names.contains(fact) }

    private static func words(_ text: String) -> [Substring] {
        foldedName(text).split { !$0.isLetter && !$0.isNumber }
    }
}

/// Estimates direct values from titles, priorities, stages and signals.
struct DirectValueEstimator {
    private let situation: Situation
    private let constants: DirectValueConstants
    private let departments: WantedNames
    private let places: WantedNames
    private let recordedReports: [NodeID: Int]
    private let progressByCompany: [CompanyID: Int]

    init(_ situation: Situation, constants: DirectValueConstants) {
        self.situation = situation
        self.constants = constants
        departments = WantedNames(
            situation.network.wanted(.department) + situation.network.opportunities.compactMap(\.department),
            among: situation.employments.compactMap { $0?.department })
        let places = situation.network.wanted(.place)
        // Of "Toronto, Ontario, Canada" the city is what others are known by; who works from anywhere wants every place.
        let isRemote = places.contains { ["remote", "anywhere"].contains(foldedName($0)) }
        self.places = WantedNames(
            isRemote ? [] : places.compactMap { $0.split(separator: ",").first.map(String.init) },
            among: situation.network.people.compactMap(\.place))
        progressByCompany = situation.network.opportunities.reduce(into: [:]) { progress, opportunity in
            progress[opportunity.company] = max(progress[opportunity.company] ?? 0, opportunity.progress)
        }
        recordedReports = situation.network.ties.reduce(into: [:]) { count, tie in
            if tie.kind == .reportsTo, let boss = situation.index.node(of: tie.to) {
                count[boss, default: 0] += 1
            }
        }
    }

    /// The estimate; its factors and assumptions are put into words only where someone will read them.
    /// - Complexity: O(opportunities the person takes part in + signals).
    func estimate(for node: NodeID, inWords: Bool = true) -> DirectValue {
        let employment = situation.employment(of: node)
        guard let title = employment?.title else { return unknownTitle() }
        let company = situation.company(of: node)
        var draft = Draft(inWords: inWords)
        applyFit(to: &draft, node, employment, company)
        applyReports(to: &draft, node, title, company)
        applyOpening(to: &draft, node, employment, company)
        draft.estimate.value = draft.estimate.fit * draft.estimate.openingProbability
        return draft.estimate
    }

    /// An estimate in the making.
    private struct Draft {
        var estimate = DirectValue(
            value: 0, fit: 1, openingProbability: 0, reports: 0, isKnown: true, factors: [], assumptions: [])
        let inWords: Bool

        init(inWords: Bool) { self.inWords = inWords }

        mutating func note(_ factor: @autoclosure () -> String) {
            if inWords { estimate.factors.append(factor()) }
        }

        mutating func assume(_ text: @autoclosure () -> String) {
            if inWords { estimate.assumptions.append(text()) }
        }
    }

    /// R3's vacancy clock for a person someone reports to; `nil` for everyone else.
    func vacancyClock(for node: NodeID) throws(RankingError) -> VacancyClock? {
        let estimate = estimate(for: node)
        guard estimate.reports > 0 else { return nil }
        let (factor, signals) = rateFactor(node, situation.employment(of: node), situation.company(of: node))
        let opening = try OpeningRate(reports: estimate.reports, signalFactor: factor).estimate(
            constants: constants)
        return VacancyClock(
            person: situation.id(of: node), reports: estimate.reports,
            isRecorded: situation.person(node).directReports != nil
                || Double(recordedReports[node] ?? 0) == estimate.reports,
            expectedWaitMonths: opening.expectedWaitRangeMonths, openingProbability: opening.probabilityRange,
            horizonMonths: opening.horizonMonths,
            tenureMonths: min(
                constants.tenureMonths, constants.alternativeTenureMonths)...max(
                    constants.tenureMonths, constants.alternativeTenureMonths),
            signals: signals)
    }

    private func unknownTitle() -> DirectValue {
        DirectValue(
            value: constants.unknownTitleValue, fit: 1, openingProbability: constants.unknownTitleValue,
            reports: 0, isKnown: false, factors: [],
            assumptions: ["title unknown: direct value \(decimal(constants.unknownTitleValue))"])
    }

    private func applyFit(
        to draft: inout Draft, _ node: NodeID, _ employment: Employment?, _ company: Company?
    ) {
        let priority: (Double, String)
        switch company?.priority {
        case .a: priority = (constants.priorityAFactor, "priority A")
        case .b: priority = (constants.priorityBFactor, "priority B")
        case .c: priority = (constants.priorityCFactor, "priority C")
        case nil:
            priority = (constants.unsetPriorityFactor, "priority not set")
            draft.assume("no priority set: fit \(decimal(constants.unsetPriorityFactor))")
        }
        let department = fit(
            employment?.department, among: departments,
            same: (constants.sameDepartmentFactor, "same or unknown department"),
            other: (constants.otherDepartmentFactor, "another department"))
        let stage = furthestStage(node, company)
        var factors = [priority, department, stage]
        if !places.isEmpty, let place = situation.network.people[Int(node)].place {
            factors.append(
                fit(
                    place, among: places, same: (constants.samePlaceFactor, "in \(place)"),
                    other: (constants.otherPlaceFactor, "in \(place), not where you want to work")))
        }
        if company?.hasReferralProgramme == true {
            factors.append((constants.referralProgrammeFactor, "referral programme"))
        }
        draft.estimate.fit = min(constants.maximumFit, factors.reduce(1) { $0 * $1.0 })
        if situation.isStar(node) {
            factors.append((constants.starFactor, "star"))
            draft.estimate.fit *= constants.starFactor
        }
        for (factor, name) in factors { draft.note("\(name) x\(decimal(factor))") }
    }

    /// The factor of something known of a person, by whether the seeker wants it; what is unknown counts as wanted.
    private func fit(
        _ fact: String?, among wanted: WantedNames, same: (Double, String), other: (Double, String)
    ) -> (Double, String) {
        guard let fact, !wanted.isEmpty else { return same }
        return wanted.contains(fact) ? same : other
    }

    /// How far the seeker came at the person's company, or with the person wherever that was.
    private func furthestStage(_ node: NodeID, _ company: Company?) -> (Double, String) {
        let withPerson = situation.opportunitiesByNode[Int(node)].map {
            situation.network.opportunities[$0].progress
        }
        let atCompany = company.flatMap { progressByCompany[$0.id] } ?? 0
        let progress = max(withPerson.max() ?? 0, atCompany)
        switch progress == 0 ? nil : Stage.progression[progress - 1] {
        case .finalist, .offer, .accepted: return (constants.finalistFactor, "you were a finalist")
        case .interview: return (constants.interviewedFactor, "you were interviewed")
        case .screening: return (constants.screenedFactor, "you were screened")
        default: return (constants.noStageFactor, "no interview yet")
        }
    }

    private func applyReports(
        to draft: inout Draft, _ node: NodeID, _ title: String, _ company: Company?
    ) {
        if let reports = situation.network.people[Int(node)].directReports {
            draft.estimate.reports = Double(reports)
            return
        }
        let recorded = Double(recordedReports[node] ?? 0)
        let position = TitleRank(title)
        let assumed: Double
        switch position {
        case .executive: assumed = constants.executiveReports
        case .head: assumed = constants.headReports
        case .director: assumed = constants.directorReports
        case .manager: assumed = constants.managerReports
        case .recruiter:
            let hasOpenings = company.map {
                !currentSignals($0.signals).filter { $0.kind == .openingPosted }.isEmpty
            }
            assumed = hasOpenings == true ? constants.recruiterReports : 0
        case .other: assumed = constants.otherReports
        }
        draft.estimate.reports = max(recorded, assumed)
        if assumed > recorded {
            draft.assume("reports not recorded: \(decimal(assumed)) from the title “\(title)”")
        }
    }

    private func applyOpening(
        to draft: inout Draft, _ node: NodeID, _ employment: Employment?, _ company: Company?
    ) {
        let live = situation.opportunitiesByNode[Int(node)].first {
            situation.network.opportunities[$0].isLive
        }
        if let live {
            draft.estimate.openingProbability = constants.postedOpeningProbability
            draft.note("live opportunity “\(situation.opportunityName(live))”: opening x1")
            return
        }
        // An opening counts for whoever may fill it, and for everybody in the very department.
        let opening = signals(about: node, employment, company).first {
            $0.kind == .openingPosted
                && (draft.estimate.reports > 0
                    || $0.department != nil && $0.department == employment?.department)
        }
        if let opening {
            draft.estimate.openingProbability = constants.postedOpeningProbability
            draft.note("opening posted \(opening.date): opening x1")
            return
        }
        guard draft.estimate.reports > 0 else { return }
        let (factor, words) = rateFactor(node, employment, company)
        for word in words { draft.note(word) }
        let rate = OpeningRate(reports: draft.estimate.reports, signalFactor: factor)
        draft.estimate.openingProbability = rate.probabilityOfOpening(
            withinMonths: constants.horizonMonths, tenureMonths: constants.tenureMonths)
        let probability = draft.estimate.openingProbability
        draft.note("P(opening in \(decimal(constants.horizonMonths)) months) \(decimal(probability))")
        draft.assume("a report stays \(decimal(constants.tenureMonths)) months")
    }

    /// By how much the signals of the time multiply the rate of openings, and which.
    private func rateFactor(
        _ node: NodeID, _ employment: Employment?, _ company: Company?
    ) -> (factor: Double, words: [String]) {
        var factor = 1.0
        var words: [String] = []
        for signal in signals(about: node, employment, company) where signalFactor(signal.kind) != 1 {
            factor *= signalFactor(signal.kind)
            words.append(
                "\(signal.kind.rawValue) \(signal.date): rate x\(decimal(signalFactor(signal.kind)))")
        }
        return (factor, words)
    }

    /// The signals that still last and concern the person's part of the company.
    private func signals(about node: NodeID, _ employment: Employment?, _ company: Company?) -> [Signal] {
        let own = situation.network.people[Int(node)].signals
        if own.isEmpty, company?.signals.isEmpty ?? true { return [] }
        return currentSignals((company?.signals ?? []) + own).filter {
            $0.department == nil || employment?.department == nil || $0.department == employment?.department
        }
    }

    private func currentSignals(_ signals: [Signal]) -> [Signal] {
        signals.filter { Double(situation.asOf.day - $0.date) <= constants.signalDays }
    }

    private func signalFactor(_ kind: Signal.Kind) -> Double {
        switch kind {
        case .contractWon, .growth, .hireFailing, .reportFailing, .reportPromoted, .reportLeaving:
            constants.growthSignalFactor
        case .securityIncident, .crisis, .clientsLeaving: constants.crisisSignalFactor
        case .reorganisation: constants.reorganisationSignalFactor
        case .layoffs, .hiringFreeze: constants.freezeSignalFactor
        case .openingPosted, .letGo: 1
        }
    }
}

/// A number for a sentence: at most two decimals, no trailing zeros.
package func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
    if rest == 0 { return String(whole) }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
