import Foundations
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite("Event lists")
struct EventListReaderTests {
    private func read(_ text: String) -> EventListReader.Result {
        EventListReader.read(bytes: Array(text.utf8), file: "events.csv")
    }

    @Test("a table of seconds, with threads")
    func seconds() throws {
        let result = read(
            """
            seconds,from,to,message,reply_to
            120,7,10 3,b,a x
            0,10,7,a,

            """)
        let events = try #require(result.events)
        #expect(result.diagnostics == [])
        #expect(events.people == ["3", "7", "10"])
        #expect(events.timeScale == .relative && events.isThreaded)
        #expect(events.messages.map(\.seconds) == [0, 120])
        #expect(events.messages[1].sender == 1)
        #expect(events.messages[1].recipients == [2, 0])
        // The first message is answered; x is not in the list.
        #expect(events.messages[1].answers == [0] && events.messages[1].isReply)
        #expect(!events.messages[0].isReply)
    }

    @Test("a table of days and times, in any order of columns")
    func times() throws {
        let result = read(
            "to;from;time\nann@example.com bob@example.com;me;2026-03-04T08:30+01:00\nme;\"ann@example.com\";2026-03-05\n"
        )
        let events = try #require(result.events)
        #expect(events.people == ["ann@example.com", "bob@example.com", "me"])
        #expect(events.timeScale == .calendar && !events.isThreaded)
        #expect(events.messages[0].seconds == Timestamp("2026-03-04T07:30Z")?.secondsSinceEpoch)
        #expect(events.messages[1].recipients == [2])
    }

    @Test("a column time may hold seconds, and rows are numbered when messages have no names")
    func numberedRows() throws {
        let events = try #require(read("time,from,to,reply_to\n5,a,b,\n9,b,a;c,1\n").events)
        #expect(events.timeScale == .relative)
        #expect(events.messages[1].answers == [0])
        #expect(events.messages[1].recipients == [0, 2])
    }

    @Test("two messages of one name are an error, with the line of the first")
    func repeatedNames() throws {
        let result = read("seconds,from,to,message\n1,a,b,m\n1,a,c,m\n")
        let found = try #require(result.diagnostics.first)
        #expect(result.events == nil && found.identifier == .duplicateIdentifier && found.line == 3)
        #expect(found.description.contains("line 2"))
    }

    @Test("what is later than the moment asked about is left out, with one warning")
    func later() throws {
        let text = "time,from,to\n2026-01-01,a,b\n2026-03-01,b,a\n2126-03-02,b,a\n"
        let asOf = try #require(Timestamp("2026-02-01"))
        let result = EventListReader.read(bytes: Array(text.utf8), file: "events.csv", asOf: asOf)
        #expect(result.events?.messages.count == 1)
        #expect(result.diagnostics.map(\.identifier) == [.later] && result.diagnostics[0].line == 3)
        #expect(result.diagnostics[0].description.contains("1 more row"))
        #expect(read(text).events?.messages.count == 3)
    }

    @Test("the sender and repetitions among the recipients are dropped")
    func copies() throws {
        let events = try #require(read("seconds,from,to\n1,a,a b b c\n").events)
        #expect(events.messages[0].recipients == [1, 2])
    }

    @Test("a message answers only what came before it")
    func laterParent() throws {
        let events = try #require(read("seconds,from,to,message,reply_to\n1,a,b,m,n\n2,b,a,n,\n").events)
        #expect(events.messages[0].answers == [] && events.messages[0].isReply)
    }

    @Test(
        "everything wrong is reported with its line",
        arguments: [
            ("from,to\na,b\n", 1, Diagnostic.Kind.columnMissing),
            ("seconds,to\n1,b\n", 1, .columnMissing),
            ("seconds,from,to,subject\n1,a,b,x\n", 1, .columnUnknown),
            ("seconds,time,from,to\n1,1,a,b\n", 1, .columnRepeated),
            ("seconds,from,to,from\n1,a,b,c\n", 1, .columnRepeated),
            ("seconds,from,to\n1.5,a,b\n", 2, .numberInvalid),
            ("seconds,from,to\n2026-03-04,a,b\n", 2, .numberInvalid),
            ("seconds,from,to\n-9223372036854775808,a,b\n", 2, .numberOutOfRange),
            ("time,from,to\n2026-03-04,a,b\n5,a,b\n", 3, .timeInvalid),
            ("time,from,to\n5,a,b\n2026-03-04,a,b\n", 3, .numberInvalid),
            ("time,from,to\n2026-02-31,a,b\n", 2, .timeInvalid),
            ("seconds,from,to\n1,,b\n", 2, .textBlank),
            ("seconds,from,to\n1,a c,b\n", 2, .identifierInvalid),
            ("seconds,from,to\n1,a, \n", 2, .listEmpty),
            ("seconds,from,to\n1,a,a\n", 2, .selfReference),
            ("seconds,from,to,message\n1,a,b,\n", 2, .textBlank),
            ("seconds,from,to\n1,a\n", 2, .rowRagged),
        ] as [(String, Int, Diagnostic.Kind)])
    func mistakes(text: String, line: Int, kind: Diagnostic.Kind) {
        let result = read(text)
        #expect(result.events == nil)
        #expect(result.diagnostics.map(\.identifier) == [kind])
        #expect(result.diagnostics.first?.line == line)
        #expect(result.diagnostics.first?.hint.isEmpty == false)
    }

    @Test("several mistakes are told in the order of their lines")
    func order() {
        let result = read("seconds,from,to\nx,a,b\n1,a\n2,,b\n")
        #expect(result.diagnostics.map(\.line) == [2, 3, 4])
    }

    @Test("nothing and noise are no list, and nothing crashes")
    func degenerate() {
        #expect(read("").events == nil)
        let headerOnly = read("seconds,from,to\n")
        #expect(headerOnly.events == nil && headerOnly.diagnostics.map(\.identifier) == [.fileEmpty])
        for text in HostileText.all {
            _ = read("seconds,from,to\n1,\(text),\(text)\n")
            _ = read(text)
        }
    }

    @Test("relabelling no one: added people keep the order of the others")
    func stableOrder() {
        func people(_ names: [String]) -> [String] {
            MessageEventList(
                names.map { .init(seconds: 0, from: $0, to: ["zz"]) }, timeScale: .relative
            ).people
        }
        #expect(people(["10", "9", "b", "a", "010"]) == ["9", "010", "10", "a", "b", "zz"])
    }

    @Test("every published list is read", .enabled(if: Corpora.folder != nil))
    func corpora() throws {
        for (name, count, people) in [("enron", 12_922, 153), ("eu1", 21_098, 284), ("ml_pwm", 12_661, 739)] {
            let result = try EventListReader.read(path: Corpora.outside("threads/\(name).csv"))
            #expect(result.diagnostics == [])
            #expect(result.events?.messages.count == count)
            #expect(result.events?.people.count == people)
            #expect(result.events?.isThreaded == (name == "ml_pwm"))
        }
    }
}

@Suite("A network's own interactions as an event list")
struct InteractionEventTests {
    @Test("messages out, one from each who spoke, and a talk as both")
    func interactions() throws {
        let me = PersonID("me")
        let (ann, bob) = (PersonID("ann"), PersonID("bob"))
        let day = try #require(Timestamp("2026-03-04T10:00Z"))
        let later = try #require(Timestamp("2026-03-05"))
        let network = ReferralNetwork(
            title: nil, seeker: me,
            people: [me, ann, bob].map { Person(id: $0, name: $0.text) },
            interactions: [
                Interaction(date: day, people: [ann, bob], channel: .email, direction: .outgoing),
                Interaction(
                    date: later, people: [ann], channel: .email, direction: .outgoing, purposes: [.thankYou]),
                Interaction(date: day, people: [bob], channel: .call, direction: .mutual),
            ])
        let events = MessageEventList(interactionsOf: network)
        #expect(events.people == ["ann", "bob", "me"])
        #expect(events.timeScale == .calendar)
        #expect(events.messages.map(\.sender) == [1, 2, 2, 2])
        #expect(events.messages.map(\.recipients) == [[2], [0, 1], [1], [0]])
        // A talk and thanks ask for nothing.
        #expect(events.messages.map(\.expectsReply) == [false, true, false, false])
    }
}
