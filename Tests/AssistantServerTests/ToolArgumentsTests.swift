import Foundations
import ReboundTestSupport
import Testing

@testable import AssistantServer

@Suite("What a tool is told")
struct ToolArgumentsTests {
    static let arguments = [
        ToolArgument("name", .text(most: 5), isRequired: true, "Who."),
        ToolArgument("names", .texts(count: 2, most: 3), "Who else."),
        ToolArgument("count", .count(1...9), "How many."), ToolArgument("all", .flag, "Whether all."),
        ToolArgument("kind", .choice(["a", "b"]), "Which."),
    ]

    private func read(_ text: String) throws -> ToolArguments {
        try ToolArguments(JSONValue(JSONDocument(Array(text.utf8))), Self.arguments)
    }

    @Test("Everything that may be said is read, and null is nothing said")
    func reading() throws {
        let said = try read(
            #"{"name":"dan","names":["a","b"],"count":9.0,"all":false,"kind":null}"#)
        #expect(said.text("name") == "dan")
        #expect(said.texts("names") == ["a", "b"])
        #expect(said.count("count") == 9)
        #expect(said.flag("all") == false)
        #expect(said.names == ["name", "names", "count", "all"])
        #expect(try read(#"{"name":"dan","count":3}"#) == read(#"{"count":3.0,"name":"d\u0061n"}"#))
    }

    @Test(
        "A mistake says which argument it is and what was expected",
        arguments: [
            ("{}", "\"name\" is missing: text of 1 to 5 characters. Who."),
            (#"{"name":""}"#, "\"name\" has to be text of 1 to 5 characters; it was empty."),
            (#"{"name":"  "}"#, "\"name\" has to be text of 1 to 5 characters; it was empty."),
            (#"{"name":"abcdef"}"#, "\"name\" has to be text of 1 to 5 characters; it was \"abcdef\"."),
            (#"{"name":7}"#, "\"name\" has to be text of 1 to 5 characters; it was 7."),
            (#"{"name":"a","count":10}"#, "\"count\" has to be a whole number from 1 to 9; it was 10."),
            (
                #"{"name":"a","count":"3"}"#,
                "\"count\" has to be a whole number from 1 to 9; it was \"3\"."
            ),
            (
                #"{"name":"a","count":1.5}"#,
                "\"count\" has to be a whole number from 1 to 9; it was a number."
            ),
            (#"{"name":"a","all":"yes"}"#, "\"all\" has to be true or false; it was \"yes\"."),
            (#"{"name":"a","kind":"c"}"#, "\"kind\" has to be one of \"a\", \"b\"; it was \"c\"."),
            (
                #"{"name":"a","names":[]}"#,
                "\"names\" has to be a list of 1 to 2 texts of 1 to 3 characters each; it was a list of 0."
            ),
            (
                #"{"name":"a","names":["a",7]}"#,
                "\"names\" has to be a list of 1 to 2 texts of 1 to 3 characters each; it was a list of 2."
            ),
            (
                #"{"nam":"a"}"#,
                "There is no argument \"nam\". The arguments are \"name\", \"names\", \"count\", \"all\", \"kind\"."
            ),
        ])
    func mistakes(text: String, reason: String) {
        #expect(throws: ToolRefusal(reason)) { try read(text) }
    }
}
