internal import PageServer
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// What a page is made of.
struct PageContext: Sendable {
    let request: PageRequest
    let shown: ShownNetwork
    let view: WebView
    /// What was drawn already.
    let pictures: DrawnPictures

    var network: ReferralNetwork { shown.network }
    var today: CalendarDay { shown.today }
    /// Whether something can be recorded.
    var isEditable: Bool { !view.isReadOnly }
}

/// What stands inside a page's frame.
struct PageContent: Sendable {
    /// The heading and the window's title.
    var title: String
    /// A line under the heading.
    var subtitle: String?
    var main: HTML
    /// Whether it is a form or a card to be shown in a dialog of another page; it is a page all the same.
    var isDialog = false
    /// A file to send in place of a page.
    var file: PageResponse?

    /// A page.
    init(title: String, subtitle: String? = nil, main: HTML, isDialog: Bool = false) {
        self.title = title
        self.subtitle = subtitle
        self.main = main
        self.isDialog = isDialog
    }

    /// A file, to be saved or to be shown inside a page.
    init(file: PageResponse) {
        self.init(title: "", main: .empty)
        self.file = file
    }

    /// Bytes to be saved under a name.
    init(saving bytes: [UInt8], as name: String, type: String) {
        self.init(file: PageResponse(type: type, body: bytes, savedAs: name))
    }
}
