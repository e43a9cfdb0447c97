import Playbook
import ReferralAnalysis
import ReferralGraph

/// The sentences of a timeline.
extension TimelineBuilder {
    func words(on folded: [TimelineScene.Lane]) -> String? {
        guard !folded.isEmpty else { return nil }
        let parts = TimelineScene.Standing.allCases.compactMap { standing -> String? in
            let count = folded.count { $0.standing == standing }
            return count == 0 ? nil : "\(count) \(standing.adjective)"
        }
        return "and \(counted(folded.count, "more thread")): \(parts.joined(separator: ", "))"
    }

    func subtitles(_ lanes: [TimelineScene.Lane]) -> [String] {
        var lines = [analysis.network.summary].compactMap(\.self)
        guard !lanes.isEmpty else { return lines + ["No conversation is recorded yet."] }
        let waiting = lanes.filter { $0.standing == .stalled }
        let quietest = waiting.min { ($0.lastDay ?? today, $0.id) < ($1.lastDay ?? today, $1.id) }
        if let quietest, let last = quietest.lastDay {
            lines.append(
                "\(counted(waiting.count, "thread is", "threads are")) waiting for a reply; "
                    + "the longest silence is \(counted(today - last, "day")): \(inWords(quietest)).")
        }
        if let next = analysis.nextContacts(first: 1).contacts.first {
            lines.append("Next: \(next.name). \(next.action.what).")
        }
        let silent = analysis.network.people.count - 1 - Set(lanes.flatMap(\.people)).count
        if silent > 0 {
            lines.append(
                "\(counted(silent, "person", "people")) without a recorded conversation "
                    + "\(silent == 1 ? "is" : "are") not in it.")
        }
        return lines
    }

    private func inWords(_ lane: TimelineScene.Lane) -> String {
        // A role says nothing without its company.
        lane.id.hasPrefix("p_") || lane.caption.isEmpty ? lane.title : "\(lane.title), \(lane.caption)"
    }
}
