/// The numbers of the playbook's routine R1 to R3, each a default that can be edited.
public struct Playbook: Sendable, Equatable, Codable {
    /// R1.thank-you: within this many business days of a rejection.
    public var thankYouWithinBusinessDays = 1
    /// R1.call: this many business days after a rejection.
    public var callAfterBusinessDays = 1
    /// R1.call: minutes after midnight, the contact's time.
    public var callAtMinute = 8 * 60 + 30
    /// R1.call, R2.telephone: never at or after this minute, the contact's time.
    public var callBeforeMinute = 9 * 60
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

    /// The playbook as published.
    public static let standard = Playbook()

    /// Makes the standard playbook, to be edited.
    public init() {}
}
