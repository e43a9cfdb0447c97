internal import Foundations
internal import Playbook
internal import ReferralGraph

extension DraftFacts {
    /// The command that puts a fact on record; for what only the seeker can say, the draft with it.
    /// - Parameter request: What was asked for.
    func command(for slot: DraftSlot, in request: DraftRequest) -> String {
        let network = situation.network
        let id = situation.id(of: node)
        let person = commandWord(id.text)
        let seeker = commandWord(network.seeker.text)
        let role = occasion.opportunity.map { commandWord(network.opportunities[$0].id.text) } ?? "ROLE"
        let company = situation.workplace(of: node).map { commandWord($0.company.text) } ?? "COMPANY"
        let about = role == "ROLE" ? "" : " --about \(role)"
        let record =
            switch slot {
            case .news, .topic, .question, .answer, .note:
                request.command(with: slot, of: id, occasion.rule)
            case .greeting, .greetingInGerman, .firstName, .fullName:
                "add person \(person) --more --rename \"TITLE FIRST LAST\""
            case .myName, .signature: "add person \(seeker) --more --rename \"YOUR NAME\""
            case .goalRole: "want --role TITLE"
            case .title: "add person \(person) --more --title TITLE"
            case .department: "add person \(person) --more --department NAME"
            case .company: "add person \(person) --more --company COMPANY"
            case .role, .roleCompany, .roleNews:
                [.thankYou, .call, .connect, .kindRefusal, .reposted].contains(occasion.rule)
                    ? "reject ROLE --by \(person)"
                    : "add opportunity TITLE --at \(company) --manager \(person)"
            case .filledRole: "reject \(role) --by \(person) --filled"
            case .feedback: "reject \(role) --by \(person) --feedback \"WHAT THEY SAID\""
            case .noMonth: "reject \(role) --by \(person) --on DAY"
            case .otherEmployers: "stage OTHER-ROLE interview --on DAY"
            case .appliedDay: "stage \(role) applied --on DAY"
            case .interviewDay: "log interview \(person) --on DAY\(about)"
            case .missedDay: "log interview \(person) --no-show --on DAY"
            case .withdrawnMonth: "stage \(role) withdrawn --on DAY"
            case .repostedDay: "reposted \(role) --on DAY"
            case .replySubject: "log email \(person) --out --subject SUBJECT --on DAY"
            case .talkDay, .lastMonth: "log call \(person) --on DAY"
            case .theirDay: "log email \(person) --in --on DAY"
            case .askDay, .asks: "log email \(person) --out --on DAY"
            case .referrer, .unnamedReferrer: "refer REFERRER \(person) --on DAY"
            case .referred, .referredDay: "refer \(person) NAME --met --on DAY"
            case .introducedPerson, .introductionOfferedDay: "refer \(person) NAME --promised --on DAY"
            case .promise, .promiseSaidDay: "promise \(person) \"WHAT THEY PROMISED\" --on DAY"
            case .promiseDay, .statedDay: "promise \(person) \"WHAT THEY PROMISED\" --due DAY"
            case .myPromise: "promise \(person) \"WHAT YOU PROMISED\" --mine --due DAY"
            case .offerRole: "offer \(role) --by \(person) --until DAY"
            case .offerDay: "offer \(role) --by \(person) --until DAY"
            case .otherOfferDay: "offer OTHER-ROLE --until DAY"
            case .acceptedRole, .acceptedCompany, .acceptedDay: "stage ACCEPTED-ROLE accepted --on DAY"
            case .referenceRole, .referenceCompany: "add opportunity \(role) --more --referee \(person)"
            case .referee: "add opportunity \(role) --more --referee NAME"
            case .leaver: "moved NAME --left --on DAY"
            case .sharedEmployer: "add person \(seeker) --more --company COMPANY --since DAY"
            case .sharedSchool: "add person \(person) --more --school SCHOOL"
            case .opening: "opening \(company) TITLE"
            case .bonusCompany: "add company \(company) --more --referral-programme"
            case .newTitle, .newCompany: "moved \(person) --to COMPANY --title TITLE --on DAY"
            case .hardNews: "signal layoffs \(company) --on DAY"
            case .formerCompany: "moved \(person) --left --let-go --on DAY"
            }
        return "rebound \(record)"
    }
}

extension DraftRequest {
    /// The same request with words of the seeker's own for a slot, as a command.
    func command(with slot: DraftSlot, of person: PersonID, _ rule: Rule) -> String {
        var words = ["draft", commandWord(person.text)]
        if ruleName != nil { words.append("--for \(rule.rawValue)") }
        if let channel { words.append("--channel \(channel.rawValue)") }
        for (slot, text) in self.words.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            words.append("--with \(slot.rawValue)=\(commandWord(text))")
        }
        words.append("--with \(slot.rawValue)=\"...\"")
        return words.joined(separator: " ")
    }
}
