internal import Reporting

/// The parts of which forms are made.
enum FormParts {
    /// A field for a line of text.
    static func text(
        _ label: String, _ name: String, _ value: String = "", placeholder: String = "",
        kind: String = "text",
        isRequired: Bool = false
    ) -> HTML {
        """
        <label>\(label) <input type="\(kind)" name="\(name)" value="\(value)" placeholder="\(placeholder)" autocomplete="off"\(isRequired ? " required" : "")></label>
        """
    }

    /// A field for several lines.
    static func lines(_ label: String, _ name: String, rows: Int = 3) -> HTML {
        "<label>\(label) <textarea name=\"\(name)\" rows=\"\(rows)\"></textarea></label>"
    }

    /// A field for a day.
    static func day(_ label: String, _ name: String) -> HTML {
        text(label, name, placeholder: "yesterday, monday, 3 May")
    }

    /// A box.
    static func box(_ label: String, _ name: String, _ value: String = "yes", isOn: Bool = false) -> HTML {
        "<label class=\"check\"><input type=\"checkbox\" name=\"\(name)\" value=\"\(value)\"\(isOn ? " checked" : "")> \(label)</label>"
    }

    /// A list to choose from.
    static func choice(
        _ label: String, _ name: String, _ chosen: String, _ choices: [(value: String, words: String)]
    ) -> HTML {
        let options = choices.map { choice in
            "<option value=\"\(choice.value)\"\(choice.value == chosen ? " selected" : "")>\(choice.words)</option>"
                as HTML
        }
        return "<label>\(label) <select name=\"\(name)\">\(options)</select></label>"
    }

    /// What a form says without being asked.
    static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    /// Buttons side by side, one of several answers.
    static func buttons(_ name: String, _ choices: [(value: String, words: String)]) -> HTML {
        let buttons = choices.map { choice in
            "<button name=\"\(name)\" value=\"\(choice.value)\">\(choice.words)</button>" as HTML
        }
        return "<div class=\"choices\">\(buttons)</div>"
    }
}
