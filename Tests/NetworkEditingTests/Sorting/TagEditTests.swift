import NetworkEditing
import ReferralGraph
import Testing

@Suite("Tagging people")
struct TagEditTests {
    private var editor = sampleEditor()

    private func explanation(_ act: () throws -> Void) -> String {
        do {
            try act()
            return "nothing thrown"
        } catch let error as EditError { return error.explanation } catch { return "\(error)" }
    }

    @Test("several people get several tags, each once, in the spelling in use")
    mutating func tag() throws {
        #expect(try editor.tag(["maria"], ["Mentor"]).changes == ["Maria Lopez: tagged Mentor"])
        let edit = try editor.tag(["maria", "okafor", "maria"], ["mentor", "#Boston"])
        #expect(edit.changes == ["Dan Okafor: tagged Mentor", "Maria Lopez, Dan Okafor: tagged Boston"])
        #expect(editor.network["dan-2"].tags == ["Mentor", "Boston"])
        #expect(try editor.tag(["maria"], ["MENTOR"]).changes == [])
        #expect(try editor.tag(["maria", "dan-2"], ["méntor"], isRemoved: true).changes.count == 1)
        #expect(
            editor.network["maria-lopez"].tags == ["Boston"] && editor.network["dan-2"].tags == ["Boston"])
        #expect(try editor.tag(["maria"], ["mentor"], isRemoved: true).changes == [])
    }

    @Test("a tag gets another name, and may become one with another")
    mutating func rename() throws {
        try editor.tag(["maria", "dan-2"], ["alumni"])
        try editor.tag(["dan-2", "dan"], ["school"])
        #expect(
            try editor.renameTag("ALUMNI", "School").changes
                == ["ALUMNI is called School now: 2 people, beside 1 who had that tag already"])
        #expect(
            editor.network["dan-2"].tags == ["School"] && editor.network["maria-lopez"].tags == ["School"])
        #expect(try editor.renameTag("school", "School").changes.count <= 1)
        #expect(explanation { try editor.renameTag("scool", "x") }.contains("did you mean"))
    }

    @Test("what cannot be meant is refused with the command that can, and nothing changes")
    mutating func refusals() throws {
        let before = editor.network
        #expect(explanation { try editor.tag(["maria"], ["book club"]) }.contains("write book-club"))
        #expect(explanation { try editor.tag(["maria"], ["💼"]) }.contains("choose another word"))
        #expect(explanation { try editor.tag(["maria"], ["ok", ""]) }.contains("cannot be the tag"))
        #expect(
            explanation { try editor.tag(["maria", "alumni"], ["boston"]) }
                .contains("rebound tag maria alumni,boston"))
        #expect(explanation { try editor.tag(["nobody"], ["x"]) }.contains("no person matches"))
        #expect(explanation { try editor.tag(["maria"], ["okafor"]) }.contains("rebound tag maria '#okafor'"))
        #expect(explanation { try editor.tag(["me"], ["x"]) }.contains("yourself"))
        #expect(
            explanation { try editor.tag(["dan"], ["x"]) }.contains("") && editor.network.people.count == 4)
        #expect(editor.network["maria-lopez"] == before["maria-lopez"])
        #expect(try editor.tag(["maria"], ["#okafor"]).changes == ["Maria Lopez: tagged okafor"])
    }
}
