public import ReferralGraph
public import SourceReaders

/// Brings the records of a source together with a network.
///
/// An import adds and completes; it never removes anything and never changes the user's own words, except that a later
/// source may move someone to another employer, and a later version of a calendar may move or cancel a talk that lies ahead.
/// The same records once more change nothing.
///
/// An imported message says nothing of what it was for. One from the seeker may have been an ask, so whether it got an
/// answer stays in the history on which the ranking model rests; one to the seeker that is older than
/// ``answerIsOwedForDays`` when it is first imported expects no answer any more, so that an archive of many years does
/// not come out as a list of debts.
public enum NetworkImport {
    /// How many days an imported message to the seeker may be old and still wait for an answer: the playbook's month
    /// (R1, *keep warm*), after which the friendly reminder takes its place.
    public static let answerIsOwedForDays = 30

    /// How many days a mail may be old and still be news of an application.
    public static let mailIsNewsForDays = 60

    /// Applies records to a network.
    ///
    /// What one record adds can make another recognisable, so the records are gone through until they change nothing.
    /// - Parameters:
    ///   - records: What was read; records with an error change nothing.
    ///   - network: A network without ``ReferralGraph/ReferralNetwork/issues(asOf:)`` that are errors; it stays such a one.
    ///   - today: Sources cannot speak of a later day.
    ///   - forgotten: The number of the forgotten person who has one of some keys (``ContactKeys/lastingKeys``),
    ///     else `nil`; people with such a key are left out.
    /// - Complexity: O(network + records), except for people who share a key.
    @discardableResult
    public static func apply(
        _ records: SourceRecords, to network: inout ReferralNetwork, today: CalendarDay,
        leavingOut forgotten: ([String]) -> Int? = { _ in nil }
    ) -> ImportReport {
        guard !records.hasErrors else { return ImportReport(of: records) }
        var draft = ImportDraft(
            records.withoutInvisibleCharacters(), network, today: today, leavingOut: forgotten)
        draft.run()
        var report = draft.report(comparedWith: network)
        network = draft.network
        report.findings += MailProposal.all(
            draft.records.hiringMails, in: network, of: (today + -mailIsNewsForDays)...today
        ).map(ImportFinding.hiringMail)
        return report
    }
}
