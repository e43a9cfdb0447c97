internal import Foundations
internal import ReferralGraph

extension NetworkTables {
    /// Reads all tables.
    mutating func network() -> ReferralNetwork {
        var (people, seeker) = readPeople()
        var network = ReferralNetwork(seeker: seeker, people: [])
        swap(&network.people, &people)
        readSettings(into: &network)
        network.companies = companies.entities()
        network.opportunities = opportunities.entities()
        network.ties = ties.entities()
        network.referrals = referrals.entities()
        network.interactions = interactions.entities()
        network.targets = targets.entities()
        return network
    }

    private mutating func readSettings(into network: inout ReferralNetwork) {
        let known = TableLayout.keys
        let (keyColumn, valueColumn) = (0, 1)
        var seen: Set<String> = []
        for row in settings.rows {
            guard let key = settings.cell(row, keyColumn) else {
                settings.reportBlank(row, keyColumn, expected: TextFormat.text.requirement())
                continue
            }
            let name = trimmed(key).lowercased()
            guard known.contains(name) else {
                settings.report(
                    .fieldUnknown, row: row, column: keyColumn, found: quoted(key), expected: listed(known),
                    hint: spellingHint(to: name, among: known, else: "remove the row"))
                continue
            }
            if name != "holidays", !seen.insert(name).inserted {
                settings.report(
                    .keyRepeated, row: row, column: keyColumn, found: "\(quoted(name)) again",
                    expected: "each key once", hint: "remove one of the two")
            }
            switch name {
            case "title": network.title = settings.cell(row, valueColumn)
            case "summary": network.summary = settings.cell(row, valueColumn)
            case "sharing":
                network.sharing =
                    settings.value(row, valueColumn, TextFormat<Sharing>.word) ?? network.sharing
            default: network.holidays += settings.list(row, valueColumn, .day)
            }
        }
    }

    private mutating func readPeople() -> ([Person], seeker: PersonID) {
        let column = TableLayout.people.position(of: "seeker")
        var seekers: [(id: PersonID, row: Int)] = []
        let result: [Person] = people.entities { reader, row, person in
            if reader.value(row, column, CellValue.bool) == true { seekers.append((person.id, row)) }
        }
        if seekers.isEmpty, people.has(column), !people.isBroken {
            people.report(
                .seekerUnclear, row: nil, column: column, found: "not \"yes\" for anyone",
                expected: "\"yes\" for the job seeker", hint: "write yes in the job seeker's row")
        }
        for (id, row) in seekers.dropFirst() {
            people.report(
                .seekerUnclear, row: row, column: column,
                found: "\"yes\" for \(quoted(id.text)), after \(quoted(seekers[0].id.text))",
                expected: "one job seeker", hint: "leave the cell blank for everybody else")
        }
        return (result, seekers.first?.id ?? "")
    }
}
