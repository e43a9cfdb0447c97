/// Which entries of a journal hold, and which of them an undo or a redo would take.
///
/// Recordings lie on a stack; an undo moves the top one to a second stack, a redo moves it back, and a new recording
/// clears the second stack: what it held is gone for good, though the journal keeps it.
struct UndoStack {
    /// A recording on one of the stacks, and the entry that put it there: itself, an undo or a redo.
    struct Element: Equatable {
        var recording: Int
        var cause: Int
    }

    /// Recordings that hold and can be taken back, oldest first.
    private(set) var done: [Element] = []
    /// Recordings that were taken back and can be brought back, the latest undo last.
    private(set) var undone: [Element] = []
    /// The recording after which undone ones could no longer be brought back; `nil` while they can.
    private(set) var overtakenBy: Int?
    /// The founding of the store, which is on no stack, and undos for good.
    private var settled: [Int] = []

    /// Goes through a journal.
    /// - Parameter entries: The number of each entry, oldest first, and the one it reverts.
    /// - Returns: `nil` when an entry reverts another one than the top of its stack.
    init?(entries: [(id: Int, reverts: Int?)]) {
        for (index, entry) in entries.enumerated() {
            if let reverted = entry.reverts {
                if let top = done.last, top.recording == reverted {
                    done.removeLast()
                    undone.append(Element(recording: reverted, cause: entry.id))
                } else if let top = undone.last, top.cause == reverted {
                    undone.removeLast()
                    done.append(Element(recording: top.recording, cause: entry.id))
                } else {
                    return nil
                }
            } else if index == 0 {
                settled.append(entry.id)
            } else {
                if !undone.isEmpty { overtakenBy = entry.id }
                settled += undone.map(\.cause)
                undone = []
                done.append(Element(recording: entry.id, cause: entry.id))
            }
            if entry.reverts != nil, !undone.isEmpty { overtakenBy = nil }
        }
    }

    /// The entries that hold.
    var effective: Set<Int> {
        Set(done.flatMap { [$0.recording, $0.cause] } + undone.map(\.cause) + settled)
    }
}
