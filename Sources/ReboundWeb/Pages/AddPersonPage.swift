internal import PageServer
internal import Reporting

/// The form that adds someone.
struct AddPersonPage {
    private let context: PageContext

    init(_ context: PageContext) { self.context = context }

    var content: PageContent {
        PageContent(
            title: "Add someone",
            main: """
                <form class="sheet" data-act="add-person">
                \(FormParts.text("Name", "name", context.request["name"] ?? "", isRequired: true))
                \(FormParts.name(of: .company, "Company", "company", context.request["company"] ?? ""))
                \(FormParts.text("Title", "title"))
                \(FormParts.text("E-mail address", "email", kind: "email"))
                \(FormParts.text("Phone number", "phone", kind: "tel"))
                \(FormParts.text("How you know them; leave it empty if you have only heard of them", "how"))
                \(FormParts.lines("What to remember", "note", rows: 2))
                <details class="fact" id="add-more"><summary><span>More</span><span></span><span>Show</span></summary><div class="forms">
                \(FormParts.text("How likely they are to help, above 0 and up to 1", "strength", placeholder: "0.8"))
                \(FormParts.text("Department", "department"))
                \(FormParts.day("Since when they work there", "since"))
                \(FormParts.text("City or region", "place"))
                \(FormParts.text("Time zone", "time-zone", placeholder: "Europe/Berlin"))
                \(FormParts.text("Web page", "url", placeholder: "https://"))
                \(FormParts.text("School", "school"))
                \(FormParts.text("How many people report to them", "reports"))
                \(FormParts.box("You got on best: a star", "star"))
                </div></details>
                <div><button class="first">Add</button></div>
                </form>
                """, isDialog: true)
    }
}
