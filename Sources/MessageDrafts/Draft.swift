public import Playbook
public import ReferralGraph

/// A message to one person, made of a template and of recorded facts; nothing is sent.
public struct Draft: Sendable, Equatable, Codable {
    /// The recipient.
    public var person: PersonID
    /// The person's name.
    public var name: String
    /// What the person is to the seeker.
    public var kind: ContactKind
    /// The rule that it follows.
    public var rule: Rule
    /// The means of contact.
    public var channel: DraftChannel
    /// The day by which it is due; `nil` where the rule was asked for and nothing is due.
    public var due: CalendarDay?
    /// The e-mail address, for an e-mail where one is on record.
    public var address: String?
    /// The seeker's own address, for an e-mail where one is on record.
    public var from: Sender?
    /// The subject line, for an e-mail.
    public var subject: String?
    /// The text: paragraphs of an e-mail or a message, the points of a call.
    public var body: String
    /// The Message-ID of the mail that it answers, without brackets, where that is on record.
    public var inReplyTo: String?
    /// The head of a call card; `nil` for written messages.
    public var call: CallHead?
    /// The characters of the text, as a reader counts them.
    public var characters: Int
    /// The most characters that it may have; `nil` without a limit.
    public var characterLimit: Int?
    /// The facts that it states, in the order of the slots.
    public var facts: [DraftFact]
    /// The template: `standard`, or file and line.
    public var template: String

    /// Who a mail is from.
    public struct Sender: Sendable, Equatable, Codable {
        /// The name.
        public var name: String
        /// The address.
        public var address: String
    }

    /// Who to call, at which number, and when.
    public struct CallHead: Sendable, Equatable, Codable {
        /// The current job title.
        public var title: String?
        /// The current employer's name.
        public var company: String?
        /// The number; `nil` where none is on record.
        public var phone: String?
        /// When to call, the person's time, in words.
        public var hours: String
        /// Their zone, as an IANA identifier.
        public var zone: String?
        /// The beginning of those hours by the seeker's clock, where that is another one.
        public var ownHour: String?
    }

    /// The draft for reading: the recipient and the subject above the text, or the card of a call.
    public var text: String {
        var lines: [String] = []
        if let call {
            let job = [call.title, call.company.map { "at \($0)" }].compactMap(\.self).joined(separator: " ")
            lines.append("Call \(name)" + (job.isEmpty ? "" : ", \(job)"))
            lines.append("Number: \(call.phone ?? "none on record")")
            let zone = call.zone.map { " (\($0))" } ?? ""
            let own = call.ownHour.map { "; \($0) by your clock" } ?? ""
            lines.append("When: \(call.hours), their time\(zone)\(own)")
        } else {
            let address = channel == .email ? address.map { " <\($0)>" } ?? "" : ""
            lines.append("To: \(DraftFact.cleaned(name))\(address)")
            if let subject { lines.append("Subject: \(subject)") }
        }
        return lines.map { DraftFact.cleaned($0) }.joined(separator: "\n") + "\n\n" + body + "\n"
    }
}
