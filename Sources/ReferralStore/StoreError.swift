public import ReferralGraph
internal import SystemInterface

/// Why a store could not do what it was asked for; nothing was written.
public enum StoreError: Error, Equatable, Sendable {
    /// The environment names no folder for a user's data.
    case homeMissing
    /// There is no file, or an empty one in which there never was a store.
    case noSuchStore(path: String)
    /// A file or folder may not be read or written.
    case notPermitted(path: String)
    /// The file is something else.
    case notAStore(path: String, reason: String)
    /// A newer version of Rebound wrote the file.
    case newerSchema(path: String, version: Int, known: Int)
    /// The file is damaged, or was changed by other hands.
    case corrupted(path: String, reason: String)
    /// Nothing is left in a file in which there was a network.
    case emptied(path: String)
    /// The record is in the file, and the disk did not confirm that it keeps it.
    case unconfirmed(path: String, entry: Int, reason: String)
    /// An interrupted write has to be taken back first, or an old file to be brought up to date, and it cannot be
    /// written.
    case needsWriting(path: String)
    /// Another process was writing all the time.
    case busy(path: String)
    /// Another file was put in the place of the one that was opened.
    case replaced(path: String)
    /// The store was opened for reading.
    case readOnly(path: String)
    /// What should be recorded makes no sense as a whole.
    case invalidNetwork([NetworkIssue])
    /// What should be recorded could not be read back, in words.
    case notStorable(reason: String)
    /// There are fewer steps to take back than wanted.
    case nothingToUndo(wanted: Int, available: Int)
    /// There are fewer steps to bring back than wanted.
    case nothingToRedo(wanted: Int, available: Int)
    /// Something was recorded since the undo.
    case redoOvertaken(by: Int)
    /// Something was recorded since the entry that an edit was thought out by.
    case overtaken(expected: Int, latest: Int)
    /// The journal has no entry of that number.
    case noSuchEntry(id: Int)
    /// The system refused, in words.
    case failed(path: String, reason: String)

    /// What happened and what to do, in one line.
    public var explanation: String {
        switch self {
        case .homeMissing:
            "nowhere to keep your network: neither HOME nor XDG_DATA_HOME names a folder; "
                + "name a file with --db or REBOUND_DB"
        case .noSuchStore(let path): "\(shownPath(path)): no network has been recorded there yet"
        case .notPermitted(let path):
            "\(shownPath(path)): no permission to read or write it; it may belong to another user"
        case .notAStore(let path, let reason): "\(shownPath(path)): not a network of Rebound: \(reason)"
        case .newerSchema(let path, let version, let known):
            "\(shownPath(path)): written by a newer version of rebound (schema \(version), this one knows \(known)); "
                + "update rebound to use it"
        case .corrupted(let path, let reason): "\(shownPath(path)): damaged: \(reason)"
        case .emptied(let path):
            "\(shownPath(path)): damaged: the file is empty, but a network was kept there; "
                + "put a backup in its place, or remove it and \(shownPath(path)).lock to start again"
        case .unconfirmed(let path, let entry, let reason):
            "\(shownPath(path)): recorded as entry \(entry), but the disk did not confirm it (\(reason)); "
                + "look before you record it again: rebound history --entry \(entry)"
        case .needsWriting(let path):
            "\(shownPath(path)): needs a repair before it can be read, but is not writable; "
                + "run any command once with permission to write the file and its folder"
        case .busy(let path): "\(shownPath(path)): another process is writing to it; try again"
        case .replaced(let path):
            "\(shownPath(path)): removed or replaced while it was open; run the command again"
        case .readOnly(let path): "\(shownPath(path)): opened for reading only"
        case .invalidNetwork(let issues):
            issues.first.map { issue in
                let place = issue.place.list + (issue.place.field.map { ".\($0)" } ?? "")
                let more = issues.count > 1 ? " (and \(issues.count - 1) more problems)" : ""
                return "cannot be recorded: \(place) is \(issue.found); expected \(issue.expected); "
                    + "hint: \(issue.hint)\(more)"
            } ?? "cannot be recorded"
        case .notStorable(let reason): "cannot be recorded: \(reason)"
        case .nothingToUndo(_, 0): "nothing to undo"
        case .nothingToUndo(let wanted, let available):
            "only \(available) of \(wanted) steps can be undone; nothing was changed"
        case .nothingToRedo(_, 0): "nothing to redo"
        case .nothingToRedo(let wanted, let available):
            "only \(available) of \(wanted) steps can be redone; nothing was changed"
        case .redoOvertaken(let entry):
            "nothing to redo: entry \(entry) was recorded after the undo; undo it, or record the rest again"
        case .overtaken(let expected, let latest):
            latest == expected + 1
                ? "something else was recorded meanwhile (entry \(latest)); nothing was written"
                : "something else was recorded meanwhile (entries \(expected + 1) to \(latest)); nothing was written"
        case .noSuchEntry(let id): "the history has no entry \(id)"
        case .failed(let path, let reason): "\(shownPath(path)): \(reason)"
        }
    }
}

extension NetworkIssue.Place {
    /// Such as `people[3]`; the network itself needs no number.
    fileprivate var list: String { table == .network ? "network" : "\(table.rawValue)[\(index)]" }
}
