internal import Reporting

/// A form about a role, with the fields that such forms are made of.
struct RoleSheet {
    /// The act.
    let act: String
    var fields: [HTML]
    /// Fields of rare use.
    var further: [HTML] = []
    /// What the button says.
    var button: String
    /// Whether the dialog shows what follows until it is closed.
    var showsAnswer = false

    var html: HTML {
        """
        <form class="sheet" data-act="\(act)" data-home="/roles"\(showsAnswer ? " data-answer" : "")>
        \(fields)
        \(further.isEmpty ? .empty : "<details><summary class=\"button\">More</summary><div class=\"sheet-more\">\(further)</div></details>")
        <p><button class="first">\(button)</button></p>
        </form>
        """
    }

    static let days = "yesterday, monday, 3 May"

    static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    static func text(_ name: String, _ label: String, hint: String = "", isRequired: Bool = false) -> HTML {
        "<label>\(label)<input name=\"\(name)\" placeholder=\"\(hint)\" autocomplete=\"off\"\(isRequired ? " required" : "")></label>"
    }

    static func words(_ name: String, _ label: String) -> HTML {
        "<label>\(label)<textarea name=\"\(name)\" rows=\"3\"></textarea></label>"
    }

    static func check(_ name: String, _ words: String, value: String = "yes") -> HTML {
        "<label class=\"check\"><input type=\"checkbox\" name=\"\(name)\" value=\"\(value)\"> <span>\(words)</span></label>"
    }

    static func choice(
        _ name: String, _ label: String, _ options: [(value: String, words: String)], chosen: String = ""
    ) -> HTML {
        """
        <label>\(label)<select name="\(name)">
        \(options.map { option in
        "<option value=\"\(option.value)\"\(option.value == chosen ? " selected" : "")>\(option.words)</option>" as HTML
        })
        </select></label>
        """
    }
}
