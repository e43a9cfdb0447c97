/// The templates that hold unless the user has others.
public enum StandardTemplates {
    /// All of them, in the order of the playbook.
    public static let all: [MessageTemplate] = TemplateParser.standard(text)

    /// A file that holds all of them, as `rebound policy templates` prints it: how it is read, the facts, the templates.
    public static var text: String { head + sections.map { "\n" + $0.text }.joined() }

    /// The same in several files, by name.
    public static var files: [(name: String, text: String)] {
        sections.map { ($0.name, head + "\n" + $0.text) }
    }

    private static var sections: [(name: String, text: String)] {
        [
            ("R1-after-a-no.txt", afterNo), ("R2-silence.txt", silence), ("R4-other-routines.txt", routines),
            ("R5-while-a-role-is-alive.txt", whileAlive), ("R5-offers-and-endings.txt", endings),
            ("R5-introductions-and-contacts.txt", contacts),
        ]
    }

    private static var head: String {
        let width = DraftSlot.allCases.map(\.rawValue.count).max() ?? 0
        let slots = DraftSlot.allCases.map { slot in
            let gap = String(repeating: " ", count: width - slot.rawValue.count)
            return "#   \(slot.rawValue)\(gap)  \(slot.meaning)\(slot.isYours ? " (say it with --with)" : "")"
        }
        return """
            # Templates of `rebound draft`. Copy this file, change it, and use it: rebound draft dan --templates FILE
            #
            # A heading begins a template: == RULES KINDS CHANNELS
            #   KINDS     \(ContactKind.allCases.map(\.rawValue).joined(separator: ", ")), or anyone
            #   CHANNELS  \(DraftChannel.allCases.map(\.rawValue).joined(separator: ", "))
            # Below it may stand Subject: lines, of which the first counts whose facts are on record, and a Limit: of
            # characters (of the message) or words (of the template). After an empty line follows the text.
            #
            # {{ role }}                          is a fact; where it is not on record there is no draft
            # [[ text {{ role }} || other text ]]  is left out, or replaced, where the fact is not on record
            # Of several templates with the same heading the first counts whose facts are all on record. In a template for
            # calls each line with a dash is a point of the card, and the points are numbered.
            #
            # The facts:
            \(slots.joined(separator: "\n"))

            """
    }
}
