import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralStore

@Suite("Undo and redo") struct UndoTests {
    @Test(
        "Random edits can be walked back to the beginning and forth again", arguments: 0..<10 as Range<UInt64>
    )
    func walk(seed: UInt64) async throws {
        var edits = RandomEdits(seed: seed)
        try await withStore { store in
            var states = [try store.bytes()]
            for _ in 0..<12 {
                let recorded = try store.record({ "edit" }, at: noon) { edits.edit(&$0) }
                let bytes = try store.bytes()
                #expect(bytes == NetworkJSONWriter.bytes(of: recorded.network))
                if recorded.entry != nil { states.append(bytes) }
            }
            #expect(try store.health().problems == [])
            for state in states.dropLast().reversed() {
                try store.undo(at: noon)
                #expect(try store.bytes() == state)
            }
            #expect(throws: StoreError.nothingToUndo(wanted: 1, available: 0)) { try store.undo(at: noon) }
            for state in states.dropFirst() {
                try store.redo(at: noon)
                #expect(try store.bytes() == state)
            }
            #expect(throws: StoreError.nothingToRedo(wanted: 1, available: 0)) { try store.redo(at: noon) }
            #expect(try store.undo(steps: states.count - 1, at: noon).count == states.count - 1)
            #expect(try store.bytes() == states.first)
            #expect(try store.redo(steps: states.count - 1, at: noon).count == states.count - 1)
            #expect(try store.bytes() == states.last)
            #expect(try store.health().problems == [])
        }
    }

    @Test(
        "Undo, redo and recording in any order agree with a list of states",
        arguments: 0..<10 as Range<UInt64>)
    func agreesWithAList(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        var edits = RandomEdits(seed: seed)
        try await withStore { store in
            var states = [try store.bytes()]
            var current = 0
            for _ in 0..<30 {
                let steps = Int.random(in: 1...3, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0:
                    let recorded = try store.record({ "edit" }, at: noon) { edits.edit(&$0) }
                    guard recorded.entry != nil else { continue }
                    states = states.prefix(current + 1) + [try store.bytes()]
                    current += 1
                case 1:
                    if steps <= current {
                        try store.undo(steps: steps, at: noon)
                        current -= steps
                    } else {
                        #expect(throws: StoreError.nothingToUndo(wanted: steps, available: current)) {
                            try store.undo(steps: steps, at: noon)
                        }
                    }
                default:
                    if current + steps < states.count {
                        try store.redo(steps: steps, at: noon)
                        current += steps
                    } else {
                        #expect(throws: StoreError.self) { try store.redo(steps: steps, at: noon) }
                    }
                }
                #expect(try store.bytes() == states[current])
            }
            #expect(try store.health().problems == [])
        }
    }

    @Test("The history tells what still holds")
    func historyStates() async throws {
        try await withStore { store in
            try store.add("Ann")
            try store.add("Ben")
            let undone = try store.undo(steps: 2, at: noon)
            #expect(undone.map(\.reverts) == [3, 2])
            #expect(undone.map(\.summary) == ["added Ben", "added Ann"])
            try store.redo(at: noon)
            try store.add("Cid")
            let history = try store.history()
            #expect(history.map(\.id) == [7, 6, 5, 4, 3, 2, 1])
            #expect(
                history.map(\.kind)
                    == [.record, .redo, .undo, .undo, .record, .record, .create])
            #expect(history.map(\.reverts) == [nil, 5, 2, 3, nil, nil, nil])
            #expect(history.map(\.isEffective) == [true, true, false, true, false, true, true])
            #expect(history.map(\.changeCount) == [1, 1, 1, 1, 1, 1, 2])
            #expect(try store.history(limit: 2).map(\.id) == [7, 6])
            #expect(try store.history(limit: 0) == [])
            #expect(try store.network().people.map(\.name) == ["Mia Founder", "Ann", "Cid"])
        }
    }

    @Test("Nothing is brought back over something recorded since")
    func overtaken() async throws {
        try await withStore { store in
            try store.add("Ann")
            try store.undo(at: noon)
            try store.add("Ben")
            #expect(throws: StoreError.redoOvertaken(by: 4)) { try store.redo(at: noon) }
            try store.undo(at: noon)
            try store.redo(at: noon)
            #expect(throws: StoreError.nothingToRedo(wanted: 1, available: 0)) { try store.redo(at: noon) }
            #expect(try store.network().people.map(\.name) == ["Mia Founder", "Ben"])
        }
    }

    @Test("The founding is never undone, and too many steps undo nothing")
    func bounds() async throws {
        try await withStore { store in
            #expect(throws: StoreError.nothingToUndo(wanted: 1, available: 0)) { try store.undo(at: noon) }
            try store.add("Ann")
            #expect(throws: StoreError.nothingToUndo(wanted: 2, available: 1)) {
                try store.undo(steps: 2, at: noon)
            }
            #expect(try store.undo(steps: 0, at: noon) == [])
            #expect(try store.history().count == 2)
        }
    }

    @Test("A journal that takes back what does not hold is no stack")
    func impossibleJournals() {
        #expect(UndoStack(entries: [(1, nil), (2, nil), (3, 2), (4, 2)]) == nil)
        #expect(UndoStack(entries: [(1, nil), (2, 1)]) == nil)
        #expect(UndoStack(entries: [(1, nil), (2, nil), (3, nil), (4, 2)]) == nil)
        #expect(UndoStack(entries: [])?.effective == [])
    }
}
