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

    /// The entry of an earlier run with the same fingerprint, when all its files are still there.
    static func unchangedEntry(of name: String, in folder: BatchFolder, fingerprint: String) -> BatchEntry? {
        struct Head: Decodable {
            var fingerprint: String
            var entry: BatchEntry
        }
        guard let bytes = try? FileBytes.read(path: folder.path(of: "\(name).json")),
            let head = try? JSONDecoder().decode(Head.self, from: Data(bytes)),
            head.fingerprint == fingerprint,
            head.entry.failure != nil || folder.has("\(name).txt") && folder.has("\(name).html"),
            head.entry.drawing.map(folder.has) ?? (head.entry.failure != nil)
        else { return nil }
        return head.entry
    }
}
