internal import SystemInterface

/// Names of files that come from elsewhere.
enum FileName {
    /// The most bytes of a component of a path.
    private static let longest = 255

    /// The last component of a path of any system, without what a terminal would obey; `nil` where nothing is left that can
    /// be a file's name.
    static func component(of name: String) -> String? {
        let last = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? ""
        var component = String.UnicodeScalarView()
        component.append(contentsOf: last.unicodeScalars.filter { !$0.isObeyedByTerminals })
        let text = String(component)
        guard !text.isEmpty, text != ".", text != "..", text.utf8.count <= longest else { return nil }
        return text
    }
}
