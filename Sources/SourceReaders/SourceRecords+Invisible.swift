internal import Foundations
internal import ReferralGraph

extension SourceRecords {
    /// The records with every name, company, title and address as it looks, without ``InvisibleCharacters``. Notes and
    /// texts of messages stay as they are.
    /// - Complexity: O(records).
    public func withoutInvisibleCharacters() -> SourceRecords {
        var records = self
        for position in contacts.indices where !contacts[position].isPlain {
            records.contacts[position].stripInvisibleCharacters()
        }
        records.owner?.stripInvisibleCharacters()
        for position in records.applications.indices {
            let application = records.applications[position]
            records.applications[position].company = InvisibleCharacters.stripped(
                fromLine: application.company)
            records.applications[position].title = InvisibleCharacters.stripped(fromLine: application.title)
        }
        for position in ownJobs.indices { records.ownJobs[position].job.stripInvisibleCharacters() }
        for position in ownEducation.indices {
            let education = ownEducation[position].education
            records.ownEducation[position].education.school = InvisibleCharacters.stripped(
                fromLine: education.school)
            records.ownEducation[position].education.degree = education.degree.map(
                InvisibleCharacters.stripped(fromLine:))
        }
        for position in proposals.indices {
            let target = proposals[position].target
            records.proposals[position].target.name = InvisibleCharacters.stripped(fromLine: target.name)
            records.proposals[position].target.source = target.source.map(
                InvisibleCharacters.stripped(fromLine:))
        }
        return records
    }
}

extension ContactRecord.Job {
    fileprivate mutating func stripInvisibleCharacters() {
        company = company.map(InvisibleCharacters.stripped(fromLine:))
        title = title.map(InvisibleCharacters.stripped(fromLine:))
        department = department.map(InvisibleCharacters.stripped(fromLine:))
    }
}

extension ContactRecord {
    /// Whether all its words and addresses are of ASCII characters, none of which is invisible.
    fileprivate var isPlain: Bool {
        func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
        func isASCII(_ text: String?) -> Bool { text.map { isASCII($0) } ?? true }
        // A name that stands among the other names as well is taken out of them.
        return isASCII(name) && otherNames.allSatisfy { isASCII($0) && !$0.isEmpty && $0 != name }
            && (emails + phones + profileURLs).allSatisfy { isASCII($0) } && isASCII(how)
            && schools.allSatisfy { isASCII($0) }
            && jobs.allSatisfy { isASCII($0.company) && isASCII($0.title) && isASCII($0.department) }
    }

    fileprivate mutating func stripInvisibleCharacters() {
        name = InvisibleCharacters.stripped(fromLine: name)
        otherNames = otherNames.map(InvisibleCharacters.stripped(fromLine:)).filter {
            !$0.isEmpty && $0 != name
        }
        emails = emails.map(InvisibleCharacters.stripped(fromAddress:))
        phones = phones.map(InvisibleCharacters.stripped(fromAddress:))
        profileURLs = profileURLs.map(InvisibleCharacters.stripped(fromAddress:))
        schools = schools.map(InvisibleCharacters.stripped(fromLine:))
        how = how.map(InvisibleCharacters.stripped(fromLine:))
        for position in jobs.indices { jobs[position].stripInvisibleCharacters() }
    }
}
