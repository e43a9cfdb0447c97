import Foundations
import Graphviz
import NetworkDrawing
import NetworkEditing
import ReferralAnalysis
import ReferralGraph
import ReferralStore
import SourceReaders
import Testing

@testable import Workspace

@Suite("Errors and names")
struct WorkspaceErrorTests {
    @Test(
        "Every error has its exit code and says what it is about",
        arguments: [
            (.unreadable(.noSuchFile(path: "n")), 66, "n: no such"),
            (.unreadable(.notPermitted(path: "n")), 66, "n: "),
            (.unreadable(.isFolder(path: "n")), 66, "n: "),
            (.unreadable(.tooLarge(path: "n", limit: 1 << 20)), 65, "1 MiB"),
            (.unreadable(.failed(path: "n", reason: "r")), 74, "r"),
            (.invalid([Diagnostic(.fileEmpty, file: "n", found: "f", expected: "e")]), 65, "expected e"),
            (.analysis(.seekerMissing("me")), 65, "me"), (.input("i"), 66, "i"), (.busy("b"), 75, "b"),
            (.unwritable(.noSuchFolder(path: "n")), 73, "n: "),
            (.unwritable(.notPermitted(path: "n")), 73, "n: "),
            (.unwritable(.notAFile(path: "n")), 73, "n: "),
            (.unwritable(.failed(path: "n", reason: "r")), 74, "r"),
            (.store(.noSuchStore(path: "n")), 66, "start one with `rebound import` or `rebound add`"),
            (.store(.homeMissing), 78, "REBOUND_DB"), (.store(.busy(path: "n")), 75, "n: "),
            (.store(.replaced(path: "n")), 75, "n: "), (.store(.notPermitted(path: "n")), 77, "n: "),
            (.store(.emptied(path: "n")), 65, "n: damaged: "),
            (.store(.unconfirmed(path: "n", entry: 7, reason: "r")), 74, "recorded as entry 7"),
            (.unwritable(.protected(path: "n", what: .store)), 73, "n: that is your own network"),
            (.store(.notAStore(path: "n", reason: "r")), 65, "r"),
            (.store(.newerSchema(path: "n", version: 9, known: 1)), 65, "newer"),
            (.store(.corrupted(path: "n", reason: "r")), 65, "n: damaged: r"),
            (.store(.needsWriting(path: "n")), 73, "n: "), (.store(.failed(path: "n", reason: "r")), 74, "r"),
            (.store(.nothingToUndo(wanted: 1, available: 0)), 64, "nothing to undo"),
            (.store(.redoOvertaken(by: 7)), 64, "entry 7"),
            (.edit(.blank(field: "the name")), 64, "the name"),
            (.edit(.namesake(.person, name: "A", existing: "a")), 64, "--namesake adds another one"),
            (.merge(.samePerson("a")), 64, "a"),
            (.mappingNeeded(path: "n", guess: ColumnMapping()), 64, "no column looks like a name"),
            (.drawing(.cancelled), 70, "the drawing failed: the drawing was cancelled"),
            (.nothingToDraw(.noReferrals), 66, "`rebound refer`"),
            (.nothingToDraw(.noNamesFrom(name: "A", ledToBy: nil, others: ["B"])), 64, "these have: B"),
            (.nothingToDraw(.noWay(to: "A", reason: "r", nearest: ["B"])), 64, "nearest within reach: B"),
            (.nothingToDraw(.nobodyAt(company: "A")), 64, "A"),
            (.output("o"), 73, "o"), (.request("r"), 64, "r"),
        ] as [(WorkspaceError, Int32, String)])
    func code(error: WorkspaceError, code: Int32, words: String) {
        #expect(error.exitCode == code)
        #expect(error.explanation.contains(words), "\(error.explanation)")
    }

    @Test(
        "A network without a title is called after its file",
        arguments: [
            ("a.json", "a"), ("folder/a.b.json", "a.b"), ("tables/", "tables"), ("-", "standard input"),
            ("a", "a"),
            (".hidden", ".hidden"), ("/", "/"),
        ])
    func stem(path: String, name: String) { #expect(fileStem(of: path) == name) }

    @Test func theFolderOneIsInHasAName() {
        #expect(![".", "..", ""].contains(fileStem(of: ".")))
        #expect(![".", "..", ""].contains(fileStem(of: "..")))
    }
}
