internal import ReferralGraph

/// One card: its properties in the order of the file.
package struct VCard: Equatable {
    /// The version, guessed where the card does not say.
    package var version: Version
    /// The line of BEGIN, from 1.
    package var line: Int
    /// All properties but BEGIN, VERSION and END.
    package var properties: [ContentProperty] = []
    /// The position, among all cards, of the card whose AGENT this one is.
    package var agentOf: Int?

    /// The versions, which differ in escaping and folding.
    package enum Version: String, CaseIterable {
        case v21 = "2.1"
        case v30 = "3.0"
        case v40 = "4.0"
    }

    /// How its values are written.
    package var syntax: ContentSyntax { version == .v21 ? .versit : .rfc }

    /// What names the card, and stays when everything else on it changes (RFC 6350, 6.7.6).
    package var uid: String? { properties("UID").first.flatMap { shownText($0.text(syntax).value) } }

    /// The properties of a name, the most preferred first, otherwise in the order of the card.
    package func properties(_ name: String) -> [ContentProperty] {
        properties.filter { $0.name == name }.stablySorted(by: \.preference)
    }

    /// The labels that address books give properties through their groups, without Apple's `_$!<` and `>!$_`.
    package var labelsOfGroups: [String: String] {
        var labels: [String: String] = [:]
        for property in properties where property.name == "X-ABLABEL" {
            guard let group = property.group, labels[group] == nil else { continue }
            let text = property.text(syntax).value
            let isApples = text.hasPrefix("_$!<") && text.hasSuffix(">!$_")
            labels[group] = isApples ? String(text.dropFirst(4).dropLast(4)) : text
        }
        return labels
    }

    /// The card as if all of it stood in one line.
    package func moved(toLine line: Int) -> VCard {
        var card = self
        card.line = line
        for index in card.properties.indices { card.properties[index].line = line }
        return card
    }
}
