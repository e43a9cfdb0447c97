internal import ReferralGraph

extension JSONFieldReader {
    /// Reads the whole network; `nil` when the file is of another kind or from a newer version.
    mutating func network(_ node: Int) -> ReferralNetwork? {
        guard isReadable(node) else { return nil }
        let fields = fields(of: node, as: NetworkField.self)
        if fields[.people] == nil {
            report(
                .fieldMissing, at: node, missing: NetworkField.people.name, found: "missing",
                expected: "a list of people, one of them the seeker", hint: "add \"people\" to this object"
            )
        }
        return ReferralNetwork(
            title: optional(fields, .title, FieldValue.text),
            summary: optional(fields, .summary, FieldValue.text),
            seeker: required(fields, .seeker, FieldValue.identifier, or: ""),
            people: objects(fields, .people) { $0.person($1) },
            companies: objects(fields, .companies) { $0.company($1) },
            opportunities: objects(fields, .opportunities) { $0.opportunity($1) },
            ties: objects(fields, .ties) { $0.tie($1) },
            referrals: objects(fields, .referrals) { $0.referral($1) },
            interactions: objects(fields, .interactions) { $0.interaction($1) },
            holidays: list(fields, .holidays, FieldValue.day))
    }

    /// Whether the file is a network of a version known here. Of another file nothing else is reported.
    private mutating func isReadable(_ node: Int) -> Bool {
        let expectedFormat = "\"format\": \"\(NetworkFormat.name)\" at the top of the file"
        guard document.kind(of: node) == .object else {
            report(
                .formatUnknown, at: node, found: words(for: node), expected: "a network, an object in braces",
                hint: "is this the right file?")
            return false
        }
        func value(_ field: NetworkField) -> Int? { document.value(of: field.name, in: node) }
        guard let format = value(.format) else {
            report(
                .formatUnknown, at: node, missing: NetworkField.format.name, found: "missing",
                expected: expectedFormat, hint: "only files that name their format are read")
            return value(.people) != nil
        }
        guard document.kind(of: format) == .string, document.string(of: format) == NetworkFormat.name else {
            report(
                .formatUnknown, at: format, found: clipped(document.source(of: format)),
                expected: "\"\(NetworkFormat.name)\"", hint: "is this the right file?")
            return false
        }
        let hint = "write \"version\": \(NetworkFormat.version)"
        guard let version = value(.version) else {
            report(
                .fieldMissing, at: node, missing: NetworkField.version.name, found: "missing",
                expected: "the version of the format, \(NetworkFormat.version)", hint: hint)
            return true
        }
        guard document.kind(of: version) == .number, let number = document.integer(of: version), number > 0
        else {
            report(
                .versionUnsupported, at: version, found: clipped(document.source(of: version)),
                expected: "the version of the format, \(NetworkFormat.version)", hint: hint)
            return true
        }
        guard number <= NetworkFormat.version else {
            report(
                .versionUnsupported, at: version, found: "\(number)",
                expected: "version \(NetworkFormat.version), the newest one known here",
                hint: "the file was written by a newer version of rebound; update rebound to read it")
            return false
        }
        return true
    }

    private mutating func person(_ node: Int) -> Person {
        let fields = fields(of: node, as: PersonField.self)
        return Person(
            id: required(fields, .id, FieldValue.identifier, or: ""),
            name: required(fields, .name, FieldValue.text, or: ""),
            otherNames: list(fields, .otherNames, FieldValue.text),
            emails: list(fields, .emails, FieldValue.text),
            phones: list(fields, .phones, FieldValue.text),
            profileURL: optional(fields, .profileURL, FieldValue.webAddress),
            otherProfileURLs: list(fields, .otherProfileURLs, FieldValue.webAddress),
            timeZone: optional(
                fields, .timeZone, isRecorded ? FieldValue.recordedTimeZone : FieldValue.timeZone),
            weekend: weekend(fields),
            employments: objects(fields, .employments) { $0.employment($1) },
            isStar: bool(fields, .star) ?? false,
            observations: list(fields, .observations, FieldValue.text),
            directReports: integer(fields, .directReports, in: NetworkFormat.directReports),
            doNotContact: bool(fields, .doNotContact) ?? false,
            signals: objects(fields, .signals) { $0.signal($1) },
            distinctFrom: set(fields, .distinctFrom, FieldValue.identifier))
    }

    private mutating func weekend(_ fields: JSONFields<PersonField>) -> [Weekday] {
        let days = set(fields, .weekend, FieldValue.weekday)
        if let node = fields[.weekend], Set(days).count == Weekday.allCases.count {
            report(
                .numberOutOfRange, at: node, found: "all days of the week", expected: "at most six of them",
                hint: "write \"doNotContact\": true for someone who is never to be called")
        }
        return days
    }

    private mutating func employment(_ node: Int) -> Employment {
        let fields = fields(of: node, as: EmploymentField.self)
        return Employment(
            company: required(fields, .company, FieldValue.identifier, or: ""),
            title: optional(fields, .title, FieldValue.text),
            department: optional(fields, .department, FieldValue.text),
            from: optional(fields, .from, FieldValue.day),
            to: optional(fields, .to, FieldValue.day),
            confirmed: optional(fields, .confirmed, FieldValue.day))
    }

    private mutating func signal(_ node: Int) -> Signal {
        let fields = fields(of: node, as: SignalField.self)
        return Signal(
            kind: required(fields, .kind, FieldValue.word, or: .growth),
            date: required(fields, .date, FieldValue.day, or: .placeholder),
            department: optional(fields, .department, FieldValue.text),
            title: optional(fields, .title, FieldValue.text),
            note: optional(fields, .note, FieldValue.text))
    }

    private mutating func company(_ node: Int) -> Company {
        let fields = fields(of: node, as: CompanyField.self)
        return Company(
            id: required(fields, .id, FieldValue.identifier, or: ""),
            name: required(fields, .name, FieldValue.text, or: ""),
            aliases: list(fields, .aliases, FieldValue.text),
            priority: optional(fields, .priority, FieldValue.word),
            hasReferralProgramme: bool(fields, .referralProgramme),
            signals: objects(fields, .signals) { $0.signal($1) })
    }

    private mutating func opportunity(_ node: Int) -> Opportunity {
        let fields = fields(of: node, as: OpportunityField.self)
        return Opportunity(
            id: required(fields, .id, FieldValue.identifier, or: ""),
            title: required(fields, .title, FieldValue.text, or: ""),
            company: required(fields, .company, FieldValue.identifier, or: ""),
            department: optional(fields, .department, FieldValue.text),
            stages: objects(fields, .stages) { $0.stage($1) },
            participants: objects(fields, .participants) { $0.participant($1) },
            feedback: objects(fields, .feedback) { $0.feedback($1) })
    }

    private mutating func stage(_ node: Int) -> StageEvent {
        let fields = fields(of: node, as: StageField.self)
        let stage = required(fields, .stage, FieldValue.word, or: Stage.interview)
        if stage != .interview, let round = fields[.round] {
            report(
                .roundMisplaced, at: round, found: "given for the stage \"\(stage.rawValue)\"",
                expected: "a round for interviews only", hint: "leave round out, or write interview")
        }
        return StageEvent(
            stage: stage,
            date: required(fields, .date, FieldValue.timestamp, or: .placeholder),
            round: integer(fields, .round, in: NetworkFormat.rounds),
            people: set(fields, .people, FieldValue.identifier),
            note: optional(fields, .note, FieldValue.text))
    }

    private mutating func participant(_ node: Int) -> Participant {
        let fields = fields(of: node, as: ParticipantField.self)
        return Participant(
            person: required(fields, .person, FieldValue.identifier, or: ""),
            role: required(fields, .role, FieldValue.word, or: .interviewer))
    }

    private mutating func feedback(_ node: Int) -> Feedback {
        let fields = fields(of: node, as: FeedbackField.self)
        return Feedback(
            date: required(fields, .date, FieldValue.day, or: .placeholder),
            from: optional(fields, .from, FieldValue.identifier),
            text: required(fields, .text, FieldValue.text, or: ""))
    }

    private mutating func tie(_ node: Int) -> Tie {
        let fields = fields(of: node, as: TieField.self)
        return Tie(
            from: required(fields, .from, FieldValue.identifier, or: ""),
            to: required(fields, .to, FieldValue.identifier, or: ""),
            kind: required(fields, .kind, FieldValue.word, or: .knows),
            strength: double(fields, .strength, FieldValue.strength),
            how: optional(fields, .how, FieldValue.text),
            since: optional(fields, .since, FieldValue.day),
            lastContact: optional(fields, .lastContact, FieldValue.day),
            isInferred: bool(fields, .inferred) ?? false)
    }

    private mutating func referral(_ node: Int) -> Referral {
        let fields = fields(of: node, as: ReferralField.self)
        return Referral(
            from: required(fields, .from, FieldValue.identifier, or: ""),
            to: required(fields, .to, FieldValue.identifier, or: ""),
            promised: optional(fields, .promised, FieldValue.day),
            given: optional(fields, .given, FieldValue.day),
            used: optional(fields, .used, FieldValue.day),
            met: optional(fields, .met, FieldValue.day),
            declined: optional(fields, .declined, FieldValue.day),
            opportunity: optional(fields, .opportunity, FieldValue.identifier),
            interaction: optional(fields, .interaction, FieldValue.identifier),
            note: optional(fields, .note, FieldValue.text))
    }

    private mutating func interaction(_ node: Int) -> Interaction {
        let fields = fields(of: node, as: InteractionField.self)
        return Interaction(
            id: optional(fields, .id, FieldValue.identifier),
            date: required(fields, .date, FieldValue.timestamp, or: .placeholder),
            people: requiredSet(
                fields, .people, expected: "the people the seeker was in touch with", FieldValue.identifier),
            channel: required(fields, .channel, FieldValue.word, or: .email),
            direction: required(fields, .direction, FieldValue.word, or: .mutual),
            purposes: set(fields, .purposes, FieldValue.word),
            thread: optional(fields, .thread, FieldValue.text),
            subject: optional(fields, .subject, FieldValue.text),
            note: optional(fields, .note, FieldValue.text),
            opportunity: optional(fields, .opportunity, FieldValue.identifier),
            promise: object(fields, .promise) { $0.promise($1) },
            expectsReply: bool(fields, .expectsReply),
            closesThread: bool(fields, .closesThread) ?? false)
    }

    private mutating func promise(_ node: Int) -> Promise {
        let fields = fields(of: node, as: PromiseField.self)
        return Promise(
            by: required(fields, .by, FieldValue.word, or: .them),
            kind: required(fields, .kind, FieldValue.word, or: .other),
            what: required(fields, .what, FieldValue.text, or: ""),
            due: optional(fields, .due, FieldValue.day),
            kept: optional(fields, .kept, FieldValue.day))
    }
}
