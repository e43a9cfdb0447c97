internal import PageServer
internal import ReferralGraph
internal import Reporting

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
}
