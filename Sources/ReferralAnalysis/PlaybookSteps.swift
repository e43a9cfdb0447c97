import GraphAlgorithms
import Playbook
import ReferralGraph
import SystemInterface

/// What the playbook says is to be done in a situation, after its rules have given way to each other.
struct PlaybookSteps {
    /// The steps, those not yet due included, rule by rule.
    let steps: [DueStep]
    /// The threads of everybody, those included whose day has not come.
    let findings: [StalledThread]
    /// What waits or falls away because a stronger rule says so.
    let suppressed: [SuppressedStep]

    /// The steps by due day and then in the order of the network.
    var stepsByDueDay: [DueStep] {
        steps.indices.sorted { (steps[$0].due, $0) < (steps[$1].due, $1) }.map { steps[$0] }
    }

    /// - Parameter nodes: Who reminders are worked out for.
    init(
        _ situation: Situation, _ processes: HiringProcesses, _ precedence: Precedence, _ silence: Silence,
        remindingOf nodes: some Sequence<NodeID>
    ) {
        var findings = silence.findings().filter { finding in
            !(situation.index.node(of: finding.person).map(situation.isDeclaredStranger) ?? false)
        }
        let waiting = Set(
            findings.filter { $0.kind == .theyOwe || $0.kind == .youOwe }.map(\.person))
        let keepingInTouch = KeepingInTouch(situation: situation, processes: processes)
        let reminded = Array(nodes)
        let reminders = Parts.join(reminded.count) { part in
            reminded[part].flatMap { node in
                keepingInTouch.steps(
                    about: node,
                    hasOpenBusiness: waiting.contains(situation.id(of: node))
                        || situation.opportunitiesByNode[Int(node)].contains {
                            situation.network.opportunities[$0].isLive
                        })
            }
        }
        let (first, waitingFirst) = precedence.decide(
            AfterRejection(situation: situation).steps()
                + WhileAlive(situation: situation, processes: processes).steps()
                + Introducers(situation: situation).steps())
        let waitingThreads = precedence.decide(findings: &findings)
        let (last, waitingLast) = precedence.decide(reminders)
        steps = first + findings.compactMap(\.step) + last
        suppressed = waitingFirst + waitingThreads + waitingLast
        self.findings = findings
    }
}
