public import RankingModel
package import ReferralGraph

/// The numbers of the playbook's rules R1 to R5, each a default that can be edited.
public struct PlaybookPolicy: Sendable, Equatable, Codable {
    /// R1.thank-you: within this many business days of a rejection.
    public var thankYouWithinBusinessDays = 1
    /// R1.call: this many business days after a rejection.
    public var callAfterBusinessDays = 1
    /// R1.call: minutes after midnight, the contact's time.
    public var callAtMinute = 8 * 60 + 30
    /// R1.call, R2.telephone: never at or after this minute, the contact's time.
    public var callBeforeMinute = 9 * 60
    /// R5.channel: whether the seeker makes no calls, so that everyone counts as someone who does not want any.
    public var avoidsCalls = false
    /// R1.connect: this many business days after the thank-you.
    public var connectAfterBusinessDays = 1
    /// The first steps after a rejection give way to the monthly touch after this many days.
    public var firstStepsLapseAfterDays = 30
    /// R1.follow-star: a new role is news for this many days.
    public var newRoleIsNewsForDays = 60
    /// R1.watch-employer: an opening is news for this many days.
    public var openingIsNewsForDays = 90
    /// R1.keep-warm, R2.monthly-touch: days between friendly reminders.
    public var monthlyTouchAfterDays = 30
    /// R4: whether friendly reminders come by closeness, with a tier of ``cadence`` each, instead of once a month.
    public var remindsByCloseness = false
    /// R4.cadence: days between friendly reminders, by closeness.
    public var cadence = ContactCadence()
    /// R4, 3B7 (Dalton, *The 2-Hour Job Search*): whether one person per company is asked at a time, in place of the
    /// follow-up and the telephone call of R2.
    public var asksOnePersonPerCompany = false
    /// R4.second-person: business days of silence until a second person at the company is asked; whoever answers within
    /// as many is a booster, and no one else there is asked.
    public var secondPersonAfterBusinessDays = 3
    /// R4.return-to-first: business days of silence until the first person is asked again.
    public var returnToFirstAfterBusinessDays = 7
    /// A contact whose last word is older than this has cooled down: neither the monthly touch nor R2 applies any more,
    /// except while a decision on an opportunity is awaited.
    public var warmForDays = 180
    /// R2.first-message: business days of silence.
    public var firstMessageAfterBusinessDays = 3
    /// R2.telephone: business days of silence after the follow-up.
    public var telephoneAfterBusinessDays = 1
    /// R2.after-interview: calendar days since the last word.
    public var afterInterviewDays = 14
    /// R2.unused-referral: business days since the name was given.
    public var unusedReferralAfterBusinessDays = 3
    /// R2.promised-introduction: business days since the promise.
    public var promisedIntroductionAfterBusinessDays = 7
    /// R2.answer: business days since they wrote.
    public var answerAfterBusinessDays = 1
    /// A step that was not taken comes round again after this many days, so that the stalest never bury the
    /// freshest.
    public var missedStepReturnsAfterDays = 30
    /// R5.stated-time: business days of grace after a day that was named, until one friendly message.
    public var graceAfterStatedDayBusinessDays = 1
    /// R5.their-turn: business days to wait when they said that they would be in touch, without a day.
    public var beInTouchAfterBusinessDays = 5
    /// R5.thank-you: within this many business days of an interview.
    public var interviewThanksWithinBusinessDays = 1
    /// R5.thank-you: thanks for an interview make sense for this many days.
    public var interviewThanksLapseAfterDays = 7
    /// R5: days of rest after two chases without an answer.
    public var stepBackAfterDays = 21
    /// R5.patience: after this many days with messages or calls that brought no reply, the seeker waits.
    public var enoughDaysInVain = 2
    /// R5.patience: days from the first of them in which no further word follows.
    public var patienceDays = 14
    /// R5.kind-refusal: days until a word to someone who refused without having met the seeker.
    public var kindRefusalWordAfterDays = 60
    /// R5.competing-offer: within this many business days of an offer.
    public var tellOfOfferWithinBusinessDays = 1
    /// R5.accepted: within this many business days of accepting.
    public var withdrawWithinBusinessDays = 1
    /// R5.referrer, R5.up-the-chain: business days until a referrer is told what came of it.
    public var reportToReferrerWithinBusinessDays = 3
    /// R5.referrer: what came of a referral is news for this many days.
    public var newsForReferrersLastsDays = 30
    /// R5.one-office: silent days until another person of the same office is approached.
    public var nextOfOneOfficeAfterDays = 7
    /// R5.long-gap: after this many days without a word, re-acquaintance comes before any ask.
    public var longGapDays = 365
    /// R5.hard-times: layoffs, a freeze or a crisis forbid questions about the status for this many days.
    public var hardTimesLastDays = 60
    /// R5: from when people in a restaurant can be called, minutes after midnight, their time.
    public var restaurantCallsAtMinute = 840
    /// Until when people in a restaurant can be called.
    public var restaurantCallsBeforeMinute = 960
    /// From when people in a shop can be called.
    public var shopCallsAtMinute = 600
    /// Until when people in a shop can be called.
    public var shopCallsBeforeMinute = 690
    /// From when people in a ward can be called.
    public var wardCallsAtMinute = 840
    /// Until when people in a ward can be called.
    public var wardCallsBeforeMinute = 900
    /// From when people in a school can be called.
    public var schoolCallsAtMinute = 900
    /// Until when people in a school can be called.
    public var schoolCallsBeforeMinute = 990
    /// From when people on a building site can be called.
    public var siteCallsAtMinute = 930
    /// Until when people on a building site can be called.
    public var siteCallsBeforeMinute = 1020
    /// R5.hard-times: whether nothing is due from 24 December to 1 January.
    public var restsBetweenTheYears = true

    /// Whether weekends are those of each contact's region (``Weekend``); else Saturday and Sunday everywhere, but for
    /// contacts with days off of their own.
    public var keepsRegionalWeekends = true
    /// Whether public holidays of each contact's country or region are no business days.
    public var keepsPublicHolidays = true

    /// The playbook as published.
    public static let standard = PlaybookPolicy()

    /// Makes the standard playbook, to be edited.
    public init() {}

    /// Every number and switch, in the order of their declaration.
    package static let fields: [PolicyField<PlaybookPolicy>] =
        [
            .whole("thankYouWithinBusinessDays", \.thankYouWithinBusinessDays, .businessDays),
            .whole("callAfterBusinessDays", \.callAfterBusinessDays, .businessDays),
            .whole("callAtMinute", \.callAtMinute, .minute),
            .whole("callBeforeMinute", \.callBeforeMinute, .minute),
            .flag("avoidsCalls", \.avoidsCalls),
            .whole("connectAfterBusinessDays", \.connectAfterBusinessDays, .businessDays),
            .whole("firstStepsLapseAfterDays", \.firstStepsLapseAfterDays, .days),
            .whole("newRoleIsNewsForDays", \.newRoleIsNewsForDays, .days),
            .whole("openingIsNewsForDays", \.openingIsNewsForDays, .days),
            .whole("monthlyTouchAfterDays", \.monthlyTouchAfterDays, .days),
            .flag("remindsByCloseness", \.remindsByCloseness),
            .flag("asksOnePersonPerCompany", \.asksOnePersonPerCompany),
            .whole("secondPersonAfterBusinessDays", \.secondPersonAfterBusinessDays, .businessDays),
            .whole("returnToFirstAfterBusinessDays", \.returnToFirstAfterBusinessDays, .businessDays),
            .whole("warmForDays", \.warmForDays, .days),
            .whole("firstMessageAfterBusinessDays", \.firstMessageAfterBusinessDays, .businessDays),
            .whole("telephoneAfterBusinessDays", \.telephoneAfterBusinessDays, .businessDays),
            .whole("afterInterviewDays", \.afterInterviewDays, .days),
            .whole("unusedReferralAfterBusinessDays", \.unusedReferralAfterBusinessDays, .businessDays),
            .whole(
                "promisedIntroductionAfterBusinessDays", \.promisedIntroductionAfterBusinessDays,
                .businessDays),
            .whole("answerAfterBusinessDays", \.answerAfterBusinessDays, .businessDays),
            .whole("missedStepReturnsAfterDays", \.missedStepReturnsAfterDays, .days),
            .whole("graceAfterStatedDayBusinessDays", \.graceAfterStatedDayBusinessDays, .businessDays),
            .whole("beInTouchAfterBusinessDays", \.beInTouchAfterBusinessDays, .businessDays),
            .whole("interviewThanksWithinBusinessDays", \.interviewThanksWithinBusinessDays, .businessDays),
            .whole("interviewThanksLapseAfterDays", \.interviewThanksLapseAfterDays, .days),
            .whole("stepBackAfterDays", \.stepBackAfterDays, .days),
            .whole("enoughDaysInVain", \.enoughDaysInVain, .days),
            .whole("patienceDays", \.patienceDays, .days),
            .whole("kindRefusalWordAfterDays", \.kindRefusalWordAfterDays, .days),
            .whole("tellOfOfferWithinBusinessDays", \.tellOfOfferWithinBusinessDays, .businessDays),
            .whole("withdrawWithinBusinessDays", \.withdrawWithinBusinessDays, .businessDays),
            .whole("reportToReferrerWithinBusinessDays", \.reportToReferrerWithinBusinessDays, .businessDays),
            .whole("newsForReferrersLastsDays", \.newsForReferrersLastsDays, .days),
            .whole("nextOfOneOfficeAfterDays", \.nextOfOneOfficeAfterDays, .days),
            .whole("longGapDays", \.longGapDays, .days),
            .whole("hardTimesLastDays", \.hardTimesLastDays, .days),
            .whole("restaurantCallsAtMinute", \.restaurantCallsAtMinute, .minute),
            .whole("restaurantCallsBeforeMinute", \.restaurantCallsBeforeMinute, .minute),
            .whole("shopCallsAtMinute", \.shopCallsAtMinute, .minute),
            .whole("shopCallsBeforeMinute", \.shopCallsBeforeMinute, .minute),
            .whole("wardCallsAtMinute", \.wardCallsAtMinute, .minute),
            .whole("wardCallsBeforeMinute", \.wardCallsBeforeMinute, .minute),
            .whole("schoolCallsAtMinute", \.schoolCallsAtMinute, .minute),
            .whole("schoolCallsBeforeMinute", \.schoolCallsBeforeMinute, .minute),
            .whole("siteCallsAtMinute", \.siteCallsAtMinute, .minute),
            .whole("siteCallsBeforeMinute", \.siteCallsBeforeMinute, .minute),
            .flag("restsBetweenTheYears", \.restsBetweenTheYears),
            .flag("keepsRegionalWeekends", \.keepsRegionalWeekends),
            .flag("keepsPublicHolidays", \.keepsPublicHolidays),
        ] + ContactCadence.fields.map { $0.inside("cadence", \.cadence) }

    /// Checks that every number can be counted with, and that the morning call ends after it begins.
    /// - Throws: ``RankingError/invalidConstant(name:value:requirement:)`` for the first one out of range.
    public func validate() throws(RankingError) {
        try PolicyField.check(Self.fields, of: self)
        for (tag, days) in cadence.tags.sorted(by: { $0.key < $1.key })
        where !ContactCadence.reminderDays.contains(days) {
            throw .invalidConstant(
                name: "cadence.tags.\(tag)", value: Double(days),
                requirement:
                    "from \(ContactCadence.reminderDays.lowerBound) to \(ContactCadence.reminderDays.upperBound)"
            )
        }
        guard callAtMinute < callBeforeMinute else {
            throw .invalidConstant(
                name: "callBeforeMinute", value: Double(callBeforeMinute),
                requirement: "later than callAtMinute")
        }
    }
}

/// Days between friendly reminders in four tiers of closeness (playbook R4: 3 weeks, 2 months, 6 months, a year).
///
/// Which tier someone is in is read off the network, because no article says: stars and the strongest ties;
/// whoever gave a name, met the seeker about a role that was refused, or is a strong tie; whoever ever said a word;
/// everybody else the seeker was in touch with.
public struct ContactCadence: Sendable, Equatable, Codable {
    /// A star, or someone of the strongest ties.
    public var closestAfterDays = 21
    /// Someone who has given a name or knows the seeker from a refused role, or a strong tie.
    public var closeAfterDays = 60
    /// Someone who has said a word.
    public var familiarAfterDays = 180
    /// Everybody else.
    public var distantAfterDays = 365
    /// From which recorded strength a tie to the seeker makes someone one of the closest.
    public var closestFromStrength = 0.8
    /// From which recorded strength a tie to the seeker makes someone close.
    public var closeFromStrength = 0.5
    /// Days between friendly reminders for everyone who has a tag, whatever their closeness; 1 to 3650.
    public var tags: [String: Int] = [:]

    /// What the days between reminders may be.
    package static let reminderDays = 1...3650

    /// The days by tag. Words that are no tag are left out; of two spellings of a tag, the shorter interval counts.
    package var daysByTag: [Tag: Int] {
        var days: [Tag: Int] = [:]
        for (word, count) in tags {
            guard let tag = Tag(word) else { continue }
            days[tag] = min(days[tag] ?? count, count)
        }
        return days
    }

    /// Makes the published cadence, to be edited.
    public init() {}

    /// Every number, in the order of their declaration.
    package static let fields: [PolicyField<ContactCadence>] = [
        .whole("closestAfterDays", \.closestAfterDays, .days),
        .whole("closeAfterDays", \.closeAfterDays, .days),
        .whole("familiarAfterDays", \.familiarAfterDays, .days),
        .whole("distantAfterDays", \.distantAfterDays, .days),
        .number("closestFromStrength", \.closestFromStrength, .unit),
        .number("closeFromStrength", \.closeFromStrength, .unit),
    ]
}
