import ClientReports
internal import FoundationEssentials
import Foundations
import Playbook
import ReferralAnalysis
import ReferralGraph
import Reporting

/// The JSON file of one network of a batch. It is written last, so its fingerprint vouches for the files beside it.
struct BatchRecord: Codable {
    var schema = "rebound-batch-entry/1"
    var fingerprint: String
    var asOf: Timestamp
    var entry: BatchEntry
    var next: NextContacts?
    var stalled: StalledThreads?
    var shared: SharedContacts?

    /// What stays of a record when its network has not changed.
    struct Head: Decodable {
        var fingerprint: String
        var entry: BatchEntry
        var shared: SharedContacts?
    }

    /// The record of an earlier run with the same fingerprint, when all its files are still there.
    static func unchanged(_ name: String, in folder: BatchFolder, fingerprint: String) -> Head? {
        guard let bytes = try? FileBytes.read(path: folder.path(of: "\(name).json")),
            let head = try? JSONDecoder().decode(Head.self, from: Data(bytes)),
            head.fingerprint == fingerprint,
            head.entry.failure != nil || folder.has("\(name).txt") && folder.has("\(name).html"),
            head.entry.drawing.map(folder.has) ?? !head.entry.couldNotBeDrawn
        else { return nil }
        return head
    }
}
