/// One card: its properties in the order of the file.
struct VCard: Equatable {
    /// The version, guessed where the card does not say.
    var version: Version
    /// The line of BEGIN, from 1.
    var line: Int
    /// All properties but BEGIN, VERSION and END.
    var properties: [VCardProperty] = []
    /// The position, among all cards, of the card whose AGENT this one is.
    var agentOf: Int?

    /// The versions, which differ in escaping and folding.
    enum Version: String, CaseIterable {
        case v21 = "2.1"
        case v30 = "3.0"
        case v40 = "4.0"
    }

    /// The properties of a name, the most preferred first, otherwise in the order of the card.
    func properties(_ name: String) -> [VCardProperty] {
        let found = properties.filter { $0.name == name }
        let order = found.indices.sorted { (found[$0].preference, $0) < (found[$1].preference, $1) }
        return order.map { found[$0] }
    }

    /// The label that an address book of Apple's gives a property through its group, without `_$!<` and `>!$_`.
    func label(of property: VCardProperty) -> String? {
        guard let group = property.group,
            let label = properties.first(where: { $0.name == "X-ABLABEL" && $0.group == group })
        else { return nil }
        let text = label.text(version).value
        return text.hasPrefix("_$!<") && text.hasSuffix(">!$_") ? String(text.dropFirst(4).dropLast(4)) : text
    }

    /// The card as if all of it stood in one line.
    func moved(toLine line: Int) -> VCard {
        var card = self
        card.line = line
        for index in card.properties.indices { card.properties[index].line = line }
        return card
    }
}
