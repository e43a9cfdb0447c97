internal import ReferralGraph

/// Everyone the archive names, each once.
///
/// Two mentions are one person when their profile addresses agree. Without an address on one side the e-mail
/// address decides, and then the name as written, if one person alone has it.
struct LinkedInContacts {
    private(set) var records: [ContactRecord] = []
    private var byURL: [String: Int] = [:]
    private var byEmail: [String: Int] = [:]
    private var byName: [String: [Int]] = [:]

    /// Who is meant by a mention.
    enum Match: Equatable {
        case one(Int)
        case several
        case nobody
    }

    subscript(position: Int) -> ContactRecord {
        get { records[position] }
        set { records[position] = newValue }
    }

    /// Whether someone has this profile address.
    func hasProfile(_ key: String) -> Bool { byURL[key] != nil }

    /// Whether someone is called so.
    func isKnown(name: String) -> Bool { byName[name] != nil }

    /// Finds who is meant.
    /// - Parameters:
    ///   - key: The ``profileURLKey(_:)``.
    ///   - company: Decides between namesakes, when it is given.
    func match(key: String?, email: String = "", name: String, company: String = "") -> Match {
        if let key, let position = byURL[key] { return .one(position) }
        // Two addresses are two people, whatever else they have in common.
        let isFree = { [records] position in key == nil || records[position].profileURLs.isEmpty }
        if !email.isEmpty, let position = byEmail[email.lowercased()], isFree(position) {
            return .one(position)
        }
        // People add titles to their names, and take them off again.
        let called = byName[name] ?? byName[LinkedInName.read(name).name] ?? []
        var namesakes = called.filter(isFree)
        let employer = CompanyName(company)
        if namesakes.count > 1, employer.isEmployer {
            let colleagues = namesakes.filter {
                records[$0].company.map { CompanyName($0) } == employer
            }
            if colleagues.count == 1 { namesakes = colleagues }
        }
        return switch namesakes.count {
        case 0: .nobody
        case 1: .one(namesakes[0])
        default: .several
        }
    }

    /// Finds who is meant, or adds them; `nil` when several people may be meant.
    mutating func resolve(
        url: String, key: String?, name: String, company: String = "", place: SourcePlace
    ) -> Int? {
        switch match(key: key, name: name, company: company) {
        case .one(let position):
            add(url: url, key: key, to: position)
            if records[position].name.isEmpty, !LinkedInName.isHidden(name) { setName(name, of: position) }
            return position
        case .several: return nil
        case .nobody:
            let position = add(ContactRecord(name: "", place: place), url: url, key: key)
            setName(name, of: position)
            return position
        }
    }

    /// Adds someone new.
    @discardableResult
    mutating func add(_ record: ContactRecord, url: String, key: String?) -> Int {
        let position = records.count
        records.append(record)
        for name in [record.name] + record.otherNames where !name.isEmpty {
            byName[name, default: []].append(position)
        }
        for email in record.emails where byEmail[email.lowercased()] == nil {
            byEmail[email.lowercased()] = position
        }
        add(url: url, key: key, to: position)
        return position
    }

    private mutating func setName(_ text: String, of position: Int) {
        let (name, asWritten) = LinkedInName.read(text)
        records[position].name = name
        records[position].otherNames = asWritten.map { [$0] } ?? []
        for name in [name] + records[position].otherNames where !name.isEmpty {
            byName[name, default: []].append(position)
        }
    }

    /// Notes the profile address of someone who had none.
    private mutating func add(url: String, key: String?, to position: Int) {
        guard !url.isEmpty, records[position].profileURLs.isEmpty else { return }
        records[position].profileURLs = [url]
        if let key { byURL[key] = position }
    }
}
