/// A figure that was measured in data, with what it rests on: beside the article that says so.
public struct MeasuredFact: Sendable, Hashable, Codable {
    /// What was found, in one sentence, intervals of 95 % in brackets.
    public let finding: String
    /// In which data.
    public let source: String

    private init(_ finding: String, _ source: String) {
        self.finding = finding
        self.source = source
    }

    private static let coldMail = "221 cold e-mails of one seeker, 46 with a dated reply"
    private static let logs = "17 public job-search logs, about 2,070 applications, self-selected"

    /// How many cold e-mails that ask for work are answered.
    public static let coldMailForWork = MeasuredFact(
        "21% [17, 27] of cold e-mails that ask for work were answered", "219 of them, by one seeker")
    /// How many cold asks for advice are answered.
    public static let adviceAsk = MeasuredFact(
        "about 51% [41, 60] of cold requests for advice or a coffee were answered", "eight seekers")
    /// How soon replies to cold e-mails come.
    public static let threeBusinessDays = MeasuredFact(
        "61% of replies came within one business day, 76% within three; after three silent ones 4% [1.7, 7.3] still came "
            + "in the next seven", coldMail)
    /// How soon the next word comes after an interview.
    public static let fortnight = MeasuredFact(
        "65% heard within 7 days of an interview, 86% within 14; of those still waiting then, 42% [17, 68] heard within 14 "
            + "more", logs)
    /// When a no comes.
    public static let daysToNo = MeasuredFact(
        "half of all rejections came within 10 days [7, 18], one in ten after 55 [34, 90]", logs)
    /// How many applications are answered.
    public static let applicationAnswered = MeasuredFact(
        "\(MeasuredShare.answeredByDay7) of applications had a reply by day 7, \(MeasuredShare.answeredByDay30) by day 30, "
            + "\(MeasuredShare.answeredByDay90) by day 90", logs)
    /// How many applications lead to an interview.
    public static let applicationInterview = MeasuredFact(
        "\(MeasuredShare.interview) of applications led to an interview, about one in twelve", logs)
    /// How many applications lead to an offer.
    public static let applicationOffer = MeasuredFact(
        "\(MeasuredShare.offer) of applications led to an offer",
        "seven public job-search logs, 970 applications")
    /// How many applications are answered after two weeks of silence.
    public static let applicationSilent = MeasuredFact(
        "of applications silent for two weeks \(MeasuredShare.answeredAfterTwoWeeks) had a reply within 30 more days",
        "six public job-search logs, 473 applications")
    /// What a referral goes with.
    public static let referral = MeasuredFact(
        "6 of 10 referred applications led to an interview, against 5 of 109 others; risk ratio 8.6 [4.4, 17] with one "
            + "published log: selection, not cause", "three logs and one published")
    /// How many people name another person when asked.
    public static let namesAnother = MeasuredFact(
        "26 of 38 people who were met and asked named someone else, 68% [53, 81]; unasked, 3 of 46 did",
        "one seeker")
}

extension Rule {
    /// What data says about the numbers of the rule; `nil` where none was measured.
    public var measured: MeasuredFact? {
        switch self {
        case .firstMessage, .telephone: .threeBusinessDays
        case .afterInterview: .fortnight
        case .openApplication: .applicationAnswered
        case .referralRequest: .namesAnother
        case .referrer, .referralProgramme: .referral
        case .tryAgain: .coldMailForWork
        default: nil
        }
    }
}
