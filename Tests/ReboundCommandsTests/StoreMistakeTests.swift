import Foundation
import ReboundTestSupport
import Testing

@Suite("Mistakes with a network of one's own")
struct StoreMistakeTests {
    static let mistakes: [([String], Int32, String)] = [
        (
            ["log", "call", "Dan Whitfeld"], 1,
            "no person matches “Dan Whitfeld” if you meant Dan Whitfield: rebound log call \"Dan Whitfield\""
        ),
        (["log", "call", "zzz"], 1, "no person matches “zzz”"),
        (["log", "call", ""], 64, "the person is blank"),
        (["log", "shout", "dan"], 64, "shout"),
        (["stage", "fortune", "interview"], 64, "“fortune” fits "),
        (
            ["log", "email", "dan", "--on", "2026-04-11"], 64,
            "has not come yet (now is 2026-04-10T12:00-04:00)"
        ),
        (["log", "email", "dan", "--on", "13:00"], 64, "has not come yet"),
        (["log", "call", "dan", "--on", "someday"], 64, "“someday” is not a day; write"),
        (["log", "call", "dan", "--in", "--out"], 64, "--in, --out and --both exclude each other"),
        (["log", "call", "dan", "--about", "client", "--new-thread"], 64, "name two conversations"),
        (["log", "call", "dan", "--about", "zzz"], 1, "no opportunity matches “zzz”"),
        (["log", "call", "me"], 64, "yourself"),
        (
            ["add", "person", "Dan Whitfield"], 64,
            "there is already a person called Dan Whitfield (dan, Fortune 500 firm) to see what is known: rebound show dan"
        ),
        (["add", "person", " "], 64, "is blank"),
        (["add", "person", "X Y", "--rename", "Z"], 64, "add --more"),
        (["add", "person", "dan", "--more", "--namesake"], 64, "--namesake adds someone"),
        (["add", "person", "X Y", "--strength", "2"], 64, "“2.0” cannot be the strength"),
        (["add", "company", "X", "--priority", "Z"], 64, "Z"),
        (["refer", "dan", "dan"], 64, "named twice"),
        (["refer", "dan", "ruth", "--met", "--used"], 64, "one step at a time"),
        (["stage", "client", "won"], 64, "won"),
        (["promise", "dan"], 64, "Say what was promised"),
        (["promise", "dan", "--kept", "--mine"], 64, "--kept stands alone"),
        (["remove", "person", "dan"], 64, "cannot be removed: mentioned by"),
        (["remove", "person", "me"], 64, "you cannot remove yourself"),
        (["tie", "dan", "dan"], 64, "named twice"),
        (["undo"], 0, "Took back: the network network.json, 6 people"),
        (["undo", "2"], 64, "only 1 of 2 steps can be undone; nothing was changed"),
        (["undo", "0"], 64, "STEPS is a whole number of at least 1, not 0."),
        (["redo"], 64, "nothing to redo"),
        (["history", "--entry", "99"], 64, "the history has no entry 99"),
        (["export", "-o", "x.foo"], 64, "does not show which format"),
        (["export", "--format", "csv"], 64, "Tables need a folder"),
        (["export", "--todo"], 64, "--todo is for calendars"),
        (
            ["export", "-o", StoreSession.store, "--format", "json"], 73,
            "that is your own network (or its lock or journal)"
        ),
        (["export", "-o", "none/x.json"], 73, "its folder does not exist"),
        (["duplicates", "--db", "none.db"], 66, "none.db: no network has been recorded there yet"),
        (["today", "--db", "folder"], 65, "folder: not a network of Rebound: not a regular file"),
    ]

    @Test("What goes wrong is said, and the network stays as it was", arguments: mistakes)
    func mistake(arguments: [String], code: Int32, words: String) async throws {
        try await StoreSession.withReferrals { session in
            try session.folder.write("", to: "folder/file")
            let store = URL(filePath: session.folder(StoreSession.store))
            let before = try Data(contentsOf: store)
            let outcome = try await session.run(arguments)
            #expect(outcome.code == code, "\(outcome.error)")
            let said = (outcome.output + outcome.error).split(separator: /\s+/).joined(separator: " ")
            #expect(said.contains(words), "\(said)")
            for line in outcome.error.lines { #expect(line.count <= 80, "\(line)") }
            if code != 0 {
                #expect(outcome.output == "")
                #expect(try Data(contentsOf: store) == before)
            }
        }
    }

    @Test("Without a store there is nothing to look at or take back, and none is made")
    func missing() async throws {
        try await StoreSession.with { session in
            for command in [
                ["today"], ["next"], ["show", "x"], ["find", "x"], ["history"], ["undo"], ["export"],
                ["check"],
                ["merge", "a", "b"], ["draw", "--format", "dot"],
            ] {
                try await session.expect(
                    command, code: 66, says: "data/network.db: no network has been recorded there yet")
            }
            try await session.expect(["doctor"], says: "none yet")
            try await session.expect(["star", "dan", "--dry-run"], code: 1, says: "no person matches “dan”")
            #expect(session.folder.names(in: "") == [])
        }
    }

    @Test("The store is where --db says, else REBOUND_DB, else the folder for the user's data, else nowhere")
    func places() async throws {
        try await StoreSession.with { session in
            let add = ["add", "person", "Dan Whitfield"]
            let home = ["HOME": session.folder("home"), "XDG_DATA_HOME": "", "REBOUND_DB": ""]
            try await session.expect(add + ["--db", "option.db"])
            try await session.expect(add, environment: home)
            try await session.expect(
                add, environment: home.merging(["XDG_DATA_HOME": session.folder("xdg")]) { $1 })
            #expect(session.folder.names(in: "") == ["home", "option.db", "option.db.lock", "xdg"])
            #expect(session.folder.names(in: "home/.local/share/rebound").contains("network.db"))
            #expect(session.folder.names(in: "xdg/rebound").contains("network.db"))
            #expect(session.permissions("xdg/rebound") == 0o700)
            for command in [add, ["today"], ["doctor"]] {
                try await session.expect(
                    command, code: 78, says: "name a file with --db or REBOUND_DB",
                    environment: ["HOME": "", "XDG_DATA_HOME": "", "REBOUND_DB": ""])
            }
        }
    }

    @Test("A file that is no store, a damaged one and a newer one are refused and stay as they are")
    func badStores() async throws {
        let schema = try JSONSchema(contentsOf: "\(ReboundProcess.samples)/doctor.schema.json")
        try await StoreSession.withReferrals { session in
            let sound = try await session.expect(["doctor", "--json"], says: "rows, ")
            #expect(try schema.problems(of: Data(sound.utf8)) == [])
            let good = [UInt8](try Data(contentsOf: URL(filePath: session.folder(StoreSession.store))))
            var newer = good
            // SQLite's header keeps the user's version number at 60, most significant byte first.
            newer[60...63] = [0, 0, 0, 99]
            try session.folder.write("dear diary", to: "text.db")
            try session.folder.write(Array(good.prefix(6000)), to: "cut.db")
            try session.folder.write(newer, to: "newer.db")
            for (store, words) in [
                ("text.db", "text.db: not a network of Rebound: not an SQLite file"),
                ("cut.db", "cut.db: damaged: "),
                ("newer.db", "newer.db: written by a newer version of rebound (schema 99,"),
            ] {
                let before = try Data(contentsOf: URL(filePath: session.folder(store)))
                for command in [["today"], ["star", "dan"], ["history"]] {
                    try await session.expect(command + ["--db", store], code: 65, says: words)
                }
                try await session.expect(["doctor", "--db", store], code: 1, says: "PROBLEM your network: ")
                let json = try await session.expect(
                    ["doctor", "--db", store, "--json"], code: 1, says: "\"problem\"")
                #expect(try schema.problems(of: Data(json.utf8)) == [])
                #expect(try Data(contentsOf: URL(filePath: session.folder(store))) == before)
            }
        }
    }

    @Test("While another process writes, recording gives up after a while, looking goes on")
    func busy() async throws {
        try await StoreSession.withReferrals { session in
            let lock = open(session.folder(StoreSession.store + ".lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            defer { close(lock) }
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
            async let recording = session.run(["star", "marcus"])
            try await session.expect(["today"])
            let outcome = try await recording
            #expect(outcome.code == 75)
            #expect(outcome.error.contains("another process is writing to it"))
            flock(lock, LOCK_UN)
            try await session.expect(["star", "marcus"])
        }
    }

    @Test("In a folder that may not be written one can look, not record", .enabled(if: geteuid() != 0))
    func readOnlyFolder() async throws {
        try await StoreSession.withReferrals { session in
            chmod(session.folder("data"), 0o500)
            defer { chmod(session.folder("data"), 0o700) }
            try await session.expect(["today"])
            try await session.expect(["star", "marcus"], code: 66, says: "no permission to read or write it")
        }
    }
}
