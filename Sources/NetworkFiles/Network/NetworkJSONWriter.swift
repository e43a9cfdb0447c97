internal import Foundations
public import ReferralGraph

/// Writes networks as JSON, version 1, such that ``NetworkJSONReader`` reads the same value back.
///
/// What is `nil`, empty or false is left out. Equal networks give equal bytes.
public enum NetworkJSONWriter {
    /// The network as a JSON text that ends with a line break.
    /// - Complexity: O(size of the network).
    public static func bytes(of network: ReferralNetwork) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.settings(of: network)
            json.objects(NetworkField.people, network.people) { $0.fields(of: $1) }
            json.objects(NetworkField.companies, network.companies) { $0.fields(of: $1) }
            json.objects(NetworkField.opportunities, network.opportunities) { $0.fields(of: $1) }
            json.objects(NetworkField.ties, network.ties, .inline) { $0.fields(of: $1) }
            json.objects(NetworkField.referrals, network.referrals, .inline) { $0.fields(of: $1) }
            json.objects(NetworkField.interactions, network.interactions) { $0.fields(of: $1) }
        }
        json.endLine()
        return json.bytes
    }
}

extension JSONWriter {
    /// Writes what a network has besides its lists.
    mutating func settings(of network: ReferralNetwork) {
        write(NetworkField.format, NetworkFormat.name)
        write(NetworkField.version, NetworkFormat.version)
        write(NetworkField.title, network.title)
        write(NetworkField.summary, network.summary)
        write(NetworkField.seeker, network.seeker)
        list(NetworkField.holidays, network.holidays)
    }

    mutating func fields(of person: Person) {
        write(PersonField.id, person.id)
        write(PersonField.name, person.name)
        list(PersonField.otherNames, person.otherNames)
        list(PersonField.emails, person.emails)
        list(PersonField.phones, person.phones)
        write(PersonField.profileURL, person.profileURL)
        list(PersonField.otherProfileURLs, person.otherProfileURLs)
        write(PersonField.timeZone, person.timeZone)
        list(PersonField.weekend, person.weekend.map(\.name))
        objects(PersonField.employments, person.employments, .inline) { $0.fields(of: $1) }
        write(PersonField.star, person.isStar ? true : nil)
        list(PersonField.observations, person.observations)
        write(PersonField.directReports, person.directReports)
        write(PersonField.doNotContact, person.doNotContact ? true : nil)
        objects(PersonField.signals, person.signals, .inline) { $0.fields(of: $1) }
        list(PersonField.distinctFrom, person.distinctFrom)
    }

    fileprivate mutating func fields(of employment: Employment) {
        write(EmploymentField.company, employment.company)
        write(EmploymentField.title, employment.title)
        write(EmploymentField.department, employment.department)
        write(EmploymentField.from, employment.from)
        write(EmploymentField.to, employment.to)
        write(EmploymentField.confirmed, employment.confirmed)
    }

    fileprivate mutating func fields(of signal: Signal) {
        write(SignalField.kind, signal.kind.rawValue)
        write(SignalField.date, signal.date)
        write(SignalField.department, signal.department)
        write(SignalField.title, signal.title)
        write(SignalField.note, signal.note)
    }

    mutating func fields(of company: Company) {
        write(CompanyField.id, company.id)
        write(CompanyField.name, company.name)
        list(CompanyField.aliases, company.aliases)
        write(CompanyField.priority, company.priority?.rawValue)
        write(CompanyField.referralProgramme, company.hasReferralProgramme)
        objects(CompanyField.signals, company.signals, .inline) { $0.fields(of: $1) }
    }

    mutating func fields(of opportunity: Opportunity) {
        write(OpportunityField.id, opportunity.id)
        write(OpportunityField.title, opportunity.title)
        write(OpportunityField.company, opportunity.company)
        write(OpportunityField.department, opportunity.department)
        objects(OpportunityField.stages, opportunity.stages, .inline) { $0.fields(of: $1) }
        objects(OpportunityField.participants, opportunity.participants, .inline) { $0.fields(of: $1) }
        objects(OpportunityField.feedback, opportunity.feedback, .inline) { $0.fields(of: $1) }
    }

    fileprivate mutating func fields(of stage: StageEvent) {
        write(StageField.stage, stage.stage.rawValue)
        write(StageField.date, stage.date)
        write(StageField.round, stage.round)
        list(StageField.people, stage.people)
        write(StageField.note, stage.note)
    }

    fileprivate mutating func fields(of participant: Participant) {
        write(ParticipantField.person, participant.person)
        write(ParticipantField.role, participant.role.rawValue)
    }

    fileprivate mutating func fields(of feedback: Feedback) {
        write(FeedbackField.date, feedback.date)
        write(FeedbackField.from, feedback.from)
        write(FeedbackField.text, feedback.text)
    }

    mutating func fields(of tie: Tie) {
        write(TieField.from, tie.from)
        write(TieField.to, tie.to)
        write(TieField.kind, tie.kind.rawValue)
        write(TieField.strength, tie.strength)
        write(TieField.how, tie.how)
        write(TieField.since, tie.since)
        write(TieField.lastContact, tie.lastContact)
        write(TieField.inferred, tie.isInferred ? true : nil)
    }

    mutating func fields(of referral: Referral) {
        write(ReferralField.from, referral.from)
        write(ReferralField.to, referral.to)
        write(ReferralField.promised, referral.promised)
        write(ReferralField.given, referral.given)
        write(ReferralField.used, referral.used)
        write(ReferralField.met, referral.met)
        write(ReferralField.declined, referral.declined)
        write(ReferralField.opportunity, referral.opportunity)
        write(ReferralField.interaction, referral.interaction)
        write(ReferralField.note, referral.note)
    }

    mutating func fields(of interaction: Interaction) {
        write(InteractionField.id, interaction.id)
        write(InteractionField.date, interaction.date)
        list(InteractionField.people, interaction.people)
        write(InteractionField.channel, interaction.channel.rawValue)
        write(InteractionField.direction, interaction.direction.rawValue)
        list(InteractionField.purposes, interaction.purposes.map(\.rawValue))
        write(InteractionField.thread, interaction.thread)
        write(InteractionField.subject, interaction.subject)
        write(InteractionField.note, interaction.note)
        write(InteractionField.opportunity, interaction.opportunity)
        if let promise = interaction.promise {
            key(InteractionField.promise.name)
            object(.inline) { $0.fields(of: promise) }
        }
        write(InteractionField.expectsReply, interaction.expectsReply)
        write(InteractionField.closesThread, interaction.closesThread ? true : nil)
    }

    fileprivate mutating func fields(of promise: Promise) {
        write(PromiseField.by, promise.by.rawValue)
        write(PromiseField.kind, promise.kind.rawValue)
        write(PromiseField.what, promise.what)
        write(PromiseField.due, promise.due)
        write(PromiseField.kept, promise.kept)
    }
}

extension JSONWriter {
    /// Writes a text, or a value by its textual form: an identifier, a day, a timestamp.
    fileprivate mutating func write<Field: FieldNames>(
        _ field: Field, _ value: (some CustomStringConvertible)?
    ) {
        guard let value else { return }
        key(field.name)
        string(value.description)
    }

    fileprivate mutating func list<Field: FieldNames>(
        _ field: Field, _ values: [some CustomStringConvertible]
    ) {
        guard !values.isEmpty else { return }
        key(field.name)
        array(.inline) { json in
            for value in values { json.string(value.description) }
        }
    }

    fileprivate mutating func write<Field: FieldNames>(_ field: Field, _ value: Bool?) {
        guard let value else { return }
        key(field.name)
        bool(value)
    }

    fileprivate mutating func write<Field: FieldNames>(_ field: Field, _ value: Int?) {
        guard let value else { return }
        key(field.name)
        integer(value)
    }

    fileprivate mutating func write<Field: FieldNames>(_ field: Field, _ value: Double?) {
        guard let value else { return }
        key(field.name)
        double(value)
    }

    /// Writes a list of objects, one below the other; each in lines or in one line.
    fileprivate mutating func objects<Field: FieldNames, Value>(
        _ field: Field, _ values: [Value], _ layout: Layout = .lines,
        _ fields: (inout JSONWriter, Value) -> Void
    ) {
        guard !values.isEmpty else { return }
        key(field.name)
        array { json in
            for value in values { json.object(layout) { fields(&$0, value) } }
        }
    }
}
