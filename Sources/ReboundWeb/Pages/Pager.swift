internal import PageServer
internal import Reporting

/// A page of a long list: which rows it shows, by `from` in its address, and the links to the rest.
struct Pager {
    let size: Int
    private let asked: Int
    private let request: PageRequest

    /// - Parameter size: How many rows a page shows.
    init(_ request: PageRequest, size: Int) {
        self.request = request
        self.size = size
        asked = max(0, request["from"].flatMap { Int($0) } ?? 0)
    }

    /// The first row that this page shows; past the end, that of the last page.
    private func offset(of count: Int) -> Int { min(asked, max(0, count - 1) / size * size) }

    /// The places of the rows that this page shows.
    func range(of count: Int) -> Range<Int> {
        let offset = offset(of: count)
        return offset..<min(count, offset + size)
    }

    /// The links to the pages before and after this one; nothing where one page has all.
    /// - Parameters:
    ///   - count: How many rows there are.
    ///   - what: What the rows are, for screen readers.
    ///   - isDialog: Whether the pages stay in the dialog.
    func links(of count: Int, _ what: String, isDialog: Bool = false) -> HTML {
        guard count > size else { return .empty }
        let offset = offset(of: count)
        func link(_ offset: Int, _ words: String) -> HTML {
            "<a class=\"button\"\(isDialog ? " data-dialog" as HTML : .empty) href=\"\(address(from: offset))\">\(words)</a>"
        }
        return """
            <div class="pages" role="navigation" aria-label="More \(what)">
            \(offset > 0 ? link(max(0, offset - size), "Previous") : .empty)
            \(offset + size < count ? link(offset + size, "Next") : .empty)
            </div>
            """
    }

    private func address(from offset: Int) -> String {
        let kept = request.query.filter { $0.name != "from" && !$0.value.isEmpty }
        let query = (kept + (offset > 0 ? [PageRequest.QueryItem("from", "\(offset)")] : []))
            .map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }
        return request.path + (query.isEmpty ? "" : "?") + query.joined(separator: "&")
    }
}

extension PageContext {
    /// How many rows of one of several lists a page shows: the first few, or all of the list that `all` in the address names;
    /// with the link that shows the rest.
    /// - Parameter list: What the address calls the list.
    func firstRows(of count: Int, in list: String, most: Int = 10) -> (count: Int, rest: HTML) {
        guard count > most, request["all"] != list else { return (count, .empty) }
        let address = PageAddress.address(String(request.path.dropFirst()), ["all": list])
        return (most, "<p><a href=\"\(address)\">\(count - most) more</a></p>")
    }
}
