internal import ContentLines
internal import Foundations
internal import MailFiles
internal import ReferralGraph

/// An event (RFC 5545, section 3.6.1), its people not yet known.
struct CalendarEvent {
    /// What all versions and repetitions of it share.
    private(set) var uid: String
    /// Which repetition of a series it is about.
    private(set) var repetition: CalendarTime?
    /// Which version it is: the number, then the moment at which it was written.
    private(set) var version: (sequence: Int, stamp: Int)
    /// The day on which it was last changed.
    private(set) var revised: CalendarDay?
    private(set) var start: CalendarTime
    /// It does not take place.
    private(set) var isCanceled: Bool
    /// Why it is no talk by itself, whoever takes part.
    private(set) var reasonToSkip: NoTalk?
    private(set) var attendees: [Attendee] = []
    private(set) var rule: RecurrenceRule?
    /// What of its repetition is not understood, in which line.
    private(set) var damage: [CalendarDamage] = []
    /// More moments at which it takes place, and those at which it does not.
    private(set) var added: [CalendarTime] = []
    private(set) var excluded: [CalendarTime] = []
    private(set) var subject: String?
    private(set) var text: String?
    private(set) var channel: Interaction.Channel
    private(set) var place: SourcePlace
    private(set) var zones: CalendarZones

    /// Someone, or something, that an event names.
    struct Attendee {
        /// As the calendar has it.
        var name: String
        var address: String
        /// A room, a thing or a list.
        var isNobody: Bool
        /// What they said to the invitation, in upper case.
        var answer: String
    }

    /// Reads an event.
    /// - Parameter method: What the calendar is for, such as `REQUEST` or `CANCEL` (RFC 5546).
    /// - Throws: What cannot be done without.
    init(
        _ component: ContentComponent, in zones: CalendarZones, method: String?, file: String
    ) throws(CalendarDamage) {
        place = SourcePlace(file: file, line: component.line)
        self.zones = zones
        if component.isCutShort {
            throw CalendarDamage(
                line: component.line, found: "an event that is cut short", expected: "END:VEVENT")
        }
        guard let begin = component.properties("DTSTART").first, let start = try zones.times(begin).first
        else {
            throw CalendarDamage(
                line: component.line, found: "an event without a beginning", expected: "DTSTART")
        }
        self.start = start
        repetition = try component.properties("RECURRENCE-ID").first.map {
            (property) throws(CalendarDamage) in try zones.times(property)
        }?.first
        subject = component.text("SUMMARY").map(onOneLine)
        text = component.text("DESCRIPTION")
        let written = ["LAST-MODIFIED", "DTSTAMP", "CREATED"].lazy.compactMap { component.text($0) }
            .compactMap { CalendarTime($0, clock: .floating, utc: zones.utc)?.timestamp }.first
        revised = written?.day
        version = (
            component.text("SEQUENCE").flatMap { Int($0) } ?? 0, written?.secondsSinceEpoch ?? .min
        )
        isCanceled = method == "CANCEL" || component.text("STATUS")?.uppercased() == "CANCELLED"
        // Old calendars have no UID (vCalendar 1.0).
        uid =
            component.text("UID")
            ?? Fingerprint([start.timestamp.description, subject ?? ""]).hexadecimal
        channel = CalendarChannel.channel(of: component)
        let isFree =
            component.text("TRANSP")?.uppercased() == "TRANSPARENT"
            || ["FREE", "OOF"].contains(component.text("X-MICROSOFT-CDO-BUSYSTATUS")?.uppercased())
        if uid.hasSuffix("@rebound") {
            reasonToSkip = .ownStep
        } else if let method, ["REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"].contains(method) {
            reasonToSkip = .answer
        } else if start.minute == nil, isFree {
            reasonToSkip = .note
        }
        readAttendees(component)
        try readRepetition(component)
    }

    private mutating func readAttendees(_ component: ContentComponent) {
        for property in component.properties where ["ORGANIZER", "ATTENDEE"].contains(property.name) {
            guard property.parameter("ROLE")?.uppercased() != "NON-PARTICIPANT" else { continue }
            let value = trimmed(String(decoding: property.value, as: UTF8.self))
            let address =
                ContactValues.email(value) ?? property.parameter("EMAIL").flatMap(ContactValues.email) ?? ""
            let name = onOneLine(property.parameter("CN") ?? "").filter { $0 != "\"" }
            guard !address.isEmpty || !MailName.cleaned(name).isEmpty else { continue }
            let kind = property.parameter("CUTYPE")?.uppercased() ?? "INDIVIDUAL"
            attendees.append(
                Attendee(
                    name: name, address: address,
                    isNobody: ["ROOM", "RESOURCE", "GROUP"].contains(kind)
                        || CalendarAddress.isNobodys(address),
                    answer: property.parameter("PARTSTAT")?.uppercased() ?? ""))
        }
    }

    private mutating func readRepetition(_ component: ContentComponent) throws(CalendarDamage) {
        for property in component.properties {
            switch property.name {
            case "EXDATE": excluded += try zones.times(property)
            case "RDATE": added += try zones.times(property)
            case "RRULE", "EXRULE":
                let text = trimmed(String(decoding: property.value, as: UTF8.self))
                do throws(RecurrenceRule.Unsupported) {
                    let rule = try RecurrenceRule(text)
                    guard property.name == "RRULE", self.rule == nil, damage.isEmpty else {
                        throw .init(part: "\(property.name):\(text)")
                    }
                    self.rule = rule
                } catch {
                    rule = nil
                    damage.append(
                        CalendarDamage(
                            line: property.line, found: "a repetition with \(quoted(error.part))",
                            expected:
                                "FREQ of DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, COUNT, UNTIL and BYDAY"
                        ))
                }
            default: break
            }
        }
    }

    /// Whether it repeats.
    var isSeries: Bool { repetition == nil && (rule != nil || !added.isEmpty) }

    /// The moments of its repetitions in order: all up to a moment, and the next one after it, those left out that do not
    /// take place or that another event takes the place of; `nil` when there are more than ``mostRepetitions``.
    /// - Parameter now: The moment; without one, the first repetition only.
    /// - Complexity: O(repetitions up to the moment).
    func moments(until now: Timestamp?, without moved: [CalendarTime]) -> [CalendarTime]? {
        guard isSeries, let now else { return [start] }
        let end = rule?.until.flatMap { CalendarTime($0, clock: start.clock, utc: zones.utc) }
        let missing = Set((excluded + moved).map(\.identifier))
        var past: [CalendarTime] = []
        var next: CalendarTime?
        /// Whether later ones matter, too.
        func take(_ time: CalendarTime) -> Bool {
            if !missing.isDisjoint(with: [time.identifier, time.day.description]) { return true }
            guard time.timestamp.isLater(than: now) else {
                past.append(time)
                return past.count <= Self.mostRepetitions
            }
            if next.map({ time.timestamp < $0.timestamp }) ?? true { next = time }
            return false
        }
        func isOver(_ time: CalendarTime) -> Bool {
            guard let end else { return false }
            return end.minute == nil ? time.day > end.day : time.timestamp.isLater(than: end.timestamp)
        }
        if let rule {
            for (number, day) in rule.days(from: start.day).enumerated() {
                let time = start.on(day)
                if isOver(time) || number > Self.mostRepetitions || !take(time) { break }
            }
        } else {
            _ = take(start)
        }
        for time in added { _ = take(time) }
        if past.count > Self.mostRepetitions { return nil }
        return past.sorted { $0.timestamp < $1.timestamp } + [next].compactMap(\.self)
    }

    /// More repetitions than these, five years of every day, are no talks.
    static let mostRepetitions = 2000
}

/// Why an event gives no talk.
enum NoTalk: String {
    case alone = "no one besides you takes part"
    case canceled = "canceled"
    case declined = "you declined it"
    case ownStep = "a step that Rebound exported"
    case answer = "an answer to an invitation"
    case note = "an all-day note"
    case older = "a later version of the same event is there"
    case crowd = "more than 30 people take part"
    case damaged = "not readable"
}

/// What an address in a calendar tells about who is behind it.
enum CalendarAddress {
    /// Whether no person is: a room, a thing, a list, a calendar.
    static func isNobodys(_ address: String) -> Bool {
        let parts = address.lowercased().split(separator: "@", maxSplits: 1)
        guard parts.count == 2 else { return false }
        let (local, host) = (String(parts[0]), "." + parts[1])
        if hosts.contains(where: host.hasSuffix) || MailName.isMachine(address) { return true }
        if [".list.", ".lists.", ".groups."].contains(where: host.hasPrefix) { return true }
        let words = local.split { !$0.isLetter }.map(String.init)
        return groups.contains(local) || words.first.map { places.contains($0) && $0 != local } ?? false
            || words.count > 1 && groups.contains(words[words.count - 1])
    }

    /// `resource.calendar.google.com` is a room, `group.calendar.google.com` a calendar.
    private static let hosts = [".calendar.google.com", ".googlegroups.com", ".groups.io"]
    private static let groups: Set<String> = [
        "all", "everyone", "everybody", "staff", "team", "list", "lists", "group", "members", "announce",
    ]
    private static let places: Set<String> = [
        "room", "rooms", "meetingroom", "conferenceroom", "confroom", "boardroom", "raum", "salle", "sala",
    ]
}

/// By which channel an event takes place, as its words and its place say.
enum CalendarChannel {
    static func channel(of event: ContentComponent) -> Interaction.Channel {
        let subject = foldedName(event.text("SUMMARY") ?? "")
        let words = Set(subject.split { !$0.isLetter && $0 != "-" }.map(String.init))
        if interviews.contains(where: subject.contains), words.isDisjoint(with: notInterviews) {
            return .interview
        }
        if !words.isDisjoint(with: calls) { return .call }
        let place = event.text("LOCATION").map(foldedName)
        if let place { return isRemote(place) ? .call : .meeting }
        let hasLink = conferences.contains { !event.properties($0).isEmpty }
        let text = (event.text("DESCRIPTION") ?? "").lowercased()
        return hasLink || links.contains(where: text.contains) ? .call : .meeting
    }

    /// Whether a place is a link, a number or a word for a talk from afar.
    private static func isRemote(_ place: String) -> Bool {
        let isNumber =
            place.unicodeScalars.count { ("0"..."9").contains($0) } >= 7
            && place.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
        return isNumber || remotePlaces.contains(where: place.contains)
    }

    private static let interviews = [
        "interview", "vorstellungsgesprach", "bewerbungsgesprach", "entretien", "entrevista", "colloquio",
        "sollicitatiegesprek", "面接", "面试", "собеседование",
    ]
    /// With these it is another talk, in which no one decides about the seeker.
    private static let notInterviews: Set<String> = [
        "informational", "information", "referral", "mock", "prep", "preparation", "practice", "exit",
        "debrief", "podcast", "training",
    ]
    private static let calls: Set<String> = [
        "call", "phone", "telephone", "screen", "screening", "zoom", "teams", "webex", "video", "videocall",
        "phone-screen", "anruf", "telefonat", "telefoninterview", "appel", "llamada", "chiamata",
        "telefonata",
    ]
    private static let remotePlaces = [
        "://", "tel:", "zoom", "microsoft teams", "meet.google", "google meet", "webex", "skype", "online",
        "video", "phone", "telefon", "telephone", "remote", "jitsi", "whereby",
    ]
    private static let conferences = [
        "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL",
        "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-PM-CONFERENCE-URL",
    ]
    private static let links = [
        "zoom.us/j/", "teams.microsoft.com/l/", "teams.live.com/meet", "meet.google.com/",
        "webex.com/meet",
    ]
}
