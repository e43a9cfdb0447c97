internal import ContentLines
public import Foundations
internal import MailFiles
internal import ReferralGraph

extension SourceFormat {
    /// Calendars.
    public static let calendar = SourceFormat(rawValue: "calendar")
}

extension SourceReader {
    /// Calendars in iCalendar form.
    static let calendar = SourceReader(
        .calendar, title: "calendar", summary: "calendars (`.ics`, also a folder of them)",
        noun: "calendars", endingsInZips: [".ics"], comesInParts: true,
        recognises: { input, _ in
            if input.isFolder { return CalendarReader.recognises(folder: input.path) }
            return input.start.map(CalendarReader.recognises(start:)) ?? false
        },
        read: { input, options throws(SourceError) in
            guard input.isFolder else {
                return CalendarReader.read(bytes: try input.contents(), file: input.path, options: options)
            }
            return try SourceError.reading { () throws(ReadError) in
                try CalendarReader.read(folder: input.path, options: options)
            }
        })
}

/// Reads calendars in iCalendar form (RFC 5545, RFC 5546), as calendars export them and invitations bring them.
///
/// An event in which someone besides the owner takes part becomes a talk: an interview, a call or a meeting, as its words and
/// its place say. Rooms, resources, lists and machines are no one. Events that are canceled, declined or of an older
/// version say that a talk is off or elsewhere. Steps that Rebound itself exported are left out.
public enum CalendarReader {
    /// Reads all calendars of a file.
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - file: Its name, for places and diagnostics.
    ///   - options: Whose calendar it is, and the moment up to which events that repeat are followed.
    /// - Returns: The talks; with an error when there are none, and when nothing says whose calendar it is.
    /// - Complexity: O(bytes + repetitions).
    public static func read(
        bytes: [UInt8], file: String, options: SourceOptions = SourceOptions()
    ) -> SourceRecords {
        var assembly = CalendarAssembly(path: file, options)
        assembly.read(bytes, file: file)
        return assembly.finished()
    }

    /// Reads a folder of calendars, one or several events in a file, as vdirsyncer and Radicale keep them.
    /// - Throws: ``ReadError``.
    /// - Complexity: O(bytes + repetitions).
    public static func read(
        folder path: String, options: SourceOptions = SourceOptions()
    ) throws(ReadError) -> SourceRecords {
        var assembly = CalendarAssembly(path: path, options)
        for name in try filePaths(under: path, endings: SourceReader.calendar.endingsInZips) {
            assembly.read(try FileBytes.read(path: "\(path)/\(name)"), file: "\(path)/\(name)")
        }
        return assembly.finished()
    }

    static func recognises(folder path: String) -> Bool {
        ((try? filePaths(under: path, endings: SourceReader.calendar.endingsInZips)) ?? []).isEmpty == false
    }

    /// Whether a file begins as a calendar does.
    static func recognises(start: [UInt8]) -> Bool {
        let text = looksLikeWideUnicode(start) ? TextEncoding.decoded(start).text : start
        let line = String(decoding: text[byteOrderMarkLength(text)...].prefix(200), as: UTF8.self)
        return trimmed(line).uppercased().hasPrefix("BEGIN:VCALENDAR")
    }
}

/// Turns the events of calendars into records.
private struct CalendarAssembly {
    private var records: SourceRecords
    private let options: SourceOptions
    private var entries: [Entry] = []
    private var addresses = MailAddresses()
    /// Addresses by which the calendars are called.
    private var titles: [String] = []
    /// Whether a calendar is one that Rebound exported.
    private var hasOwnExport = false
    private var contacts: [Int: Int] = [:]
    private var groups = GroupThreads("in a meeting of", largestGroup: Self.largestGroup)

    private struct Entry {
        var event: CalendarEvent
        var tally: Int
        var reason: NoTalk?
        /// The addresses of those who take part, in the order of the event, with what each answered.
        var people: [(address: Int, answer: String)] = []
    }

    /// The largest meeting in which people seem to get to know each other, the owner included.
    private static let largestGroup = 8
    /// In a larger one no one talks with everyone.
    private static let largestTalk = 30

    init(path: String, _ options: SourceOptions) {
        records = SourceRecords(format: .calendar, path: path)
        self.options = options
    }

    mutating func read(_ bytes: [UInt8], file: String) {
        let (calendars, diagnostics) = ContentComponent.calendars(in: bytes, file: file)
        records.diagnostics += diagnostics
        var tally = SourceTally(file: file)
        for calendar in calendars {
            let zones = CalendarZones(calendar)
            let method = calendar.text("METHOD")?.uppercased()
            let isOwn = calendar.text("PRODID")?.hasPrefix("-//Rebound//") ?? false
            if isOwn { hasOwnExport = true }
            titles += ["X-WR-CALNAME", "X-WR-RELCALID", "X-OWNER"].compactMap { calendar.text($0) }
                .compactMap(ContactValues.email)
            for component in calendar.children where component.name == "VEVENT" {
                do throws(CalendarDamage) {
                    let event = try CalendarEvent(component, in: zones, method: method, file: file)
                    for damage in event.damage {
                        report(damage, file, hint: "the first time is used, the others are left out")
                    }
                    entries.append(
                        Entry(
                            event: event, tally: records.tallies.count,
                            reason: isOwn ? .ownStep : event.reasonToSkip))
                } catch {
                    report(error, file, hint: "the event is left out")
                    tally.skip(component.line, NoTalk.damaged)
                }
            }
        }
        records.tallies.append(tally)
        guard calendars.isEmpty else { return }
        let isEmpty = bytes.allSatisfy { $0 <= 0x20 }
        records.diagnostics.append(
            Diagnostic(
                isEmpty ? .fileEmpty : .formatUnknown, file: file,
                found: isEmpty ? "nothing" : "no line BEGIN:VCALENDAR",
                expected: "events between BEGIN:VCALENDAR and END:VCALENDAR",
                hint: "export the calendar as iCalendar (.ics)"))
    }

    private mutating func report(_ damage: CalendarDamage, _ file: String, hint: String) {
        records.diagnostics.append(
            Diagnostic(
                .recordDamaged, file: file, line: damage.line, found: damage.found,
                expected: damage.expected, hint: hint))
    }

    mutating func finished() -> SourceRecords {
        dropOlderVersions()
        readPeople()
        // Where no one is named, no one need be the owner.
        let owner = addresses.entries.isEmpty ? MailOwner(addresses: [], guess: nil) : owner()
        guard let owner else { return records }
        addTalks(of: owner)
        for position in records.tallies.indices {
            records.tallies[position].skipped.sort { $0.line < $1.line }
        }
        let skipped = entries.compactMap(\.reason)
        let isNoSurprise =
            !records.talks.isEmpty
            || (hasOwnExport || !skipped.isEmpty) && skipped.allSatisfy { $0 == .ownStep }
        if !records.hasErrors, !isNoSurprise {
            records.diagnostics.append(
                .ofNobody(in: records.tallies.flatMap(\.skipped), of: "events", file: records.path))
        }
        return records
    }

    /// Of each event, or each repetition that was changed, the latest version counts (RFC 5546, section 2.1.5).
    private mutating func dropOlderVersions() {
        var latest: [String: Int] = [:]
        for position in entries.indices where entries[position].reason == nil {
            let event = entries[position].event
            let key = event.uid + "\n" + (event.repetition?.identifier ?? "")
            guard let other = latest[key] else {
                latest[key] = position
                continue
            }
            func rank(_ event: CalendarEvent) -> (Int, Int, Int) {
                (event.version.sequence, event.version.stamp, event.isCanceled ? 1 : 0)
            }
            let isNewer = rank(entries[other].event) <= rank(event)
            entries[isNewer ? other : position].reason = .older
            if isNewer { latest[key] = position }
        }
    }

    private mutating func readPeople() {
        for position in entries.indices where entries[position].reason == nil {
            var people: [(address: Int, answer: String)] = []
            for attendee in entries[position].event.attendees where !attendee.isNobody {
                let mailbox = [(name: attendee.name, address: attendee.address)]
                guard let address = addresses.positions(of: mailbox, areOwn: false).first else { continue }
                if let known = people.firstIndex(where: { $0.address == address }) {
                    if !attendee.answer.isEmpty { people[known].answer = attendee.answer }
                } else {
                    people.append((address, attendee.answer))
                }
            }
            entries[position].people = people
        }
    }

    private mutating func addTalks(of owner: MailOwner) {
        let own = Set(owner.addresses)
        var moved: [String: [CalendarTime]] = [:]
        for entry in entries where entry.reason == nil {
            if let repetition = entry.event.repetition {
                moved[entry.event.uid, default: []].append(repetition)
            }
        }
        for position in entries.indices {
            if entries[position].reason == nil {
                entries[position].reason = addTalks(
                    of: entries[position], own, moved[entries[position].event.uid] ?? [])
            }
            let (tally, event) = (entries[position].tally, entries[position].event)
            if let reason = entries[position].reason {
                records.tallies[tally].skip(event.place.line, reason)
            } else {
                records.tallies[tally].read += 1
            }
        }
        records.acquaintances = groups.acquaintances
        for (address, position) in contacts {
            records.contacts[position].name = addresses.names(of: address).first ?? ""
        }
        guard !owner.addresses.isEmpty else { return }
        var record = ContactRecord(
            name: owner.addresses.flatMap { addresses.names(of: $0) }.first ?? "",
            place: SourcePlace(file: records.path, line: 1))
        record.emails = owner.addresses.map { addresses.entries[$0].spelling }.filter { !$0.isEmpty }
        records.owner = record
    }

    /// Adds the talks that an event is.
    /// - Returns: Why it is none.
    private mutating func addTalks(
        of entry: Entry, _ own: Set<Int>, _ moved: [CalendarTime]
    ) -> NoTalk? {
        let event = entry.event
        let refusals = ["DECLINED", "DELEGATED"]
        let isDeclined = entry.people.contains { own.contains($0.address) && refusals.contains($0.answer) }
        let others = entry.people.filter { !own.contains($0.address) && !refusals.contains($0.answer) }
            .map(\.address)
        let series = "calendar-" + Fingerprint([event.uid]).hexadecimal
        if entry.people.isEmpty { return .alone }
        if event.isCanceled || isDeclined || others.isEmpty {
            var talk = TalkRecord(
                id: event.repetition.map { "\(series)-\($0.identifier)" } ?? series,
                date: event.start.timestamp, sender: nil, others: [], channel: event.channel,
                place: event.place)
            talk.event = .init(
                revised: event.revised, isOff: true, series: event.repetition == nil ? series : nil)
            records.talks.append(talk)
            return event.isCanceled ? .canceled : isDeclined ? .declined : .alone
        }
        guard others.count <= Self.largestTalk else { return .crowd }
        var moments = event.moments(until: options.now, without: moved)
        if moments == nil {
            report(
                CalendarDamage(
                    line: event.place.line,
                    found: "an event that repeats more than \(CalendarEvent.mostRepetitions) times",
                    expected: "a talk with people"), event.place.file, hint: "the first time is used")
            moments = [event.start]
        }
        let people = others.map { contact($0, event.place) }
        for moment in moments ?? [] {
            let repetition = event.repetition ?? (event.isSeries ? moment : nil)
            var talk = TalkRecord(
                id: repetition.map { "\(series)-\($0.identifier)" } ?? series, date: moment.timestamp,
                sender: nil, others: people, channel: event.channel, subject: event.subject,
                text: options.keepsText ? event.text : nil, place: event.place)
            talk.event = .init(
                revised: event.revised, isOff: false, series: event.repetition == nil ? series : nil)
            records.talks.append(talk)
            let isAhead = options.now.map { talk.date.isLater(than: $0) } ?? false
            guard !isAhead, people.count < Self.largestGroup else { continue }
            for person in people {
                records.contacts[person].isAcquaintance = true
                let first = records.contacts[person].connectedOn
                records.contacts[person].connectedOn = min(first ?? moment.day, moment.day)
            }
            groups.add(people, thread: series, day: moment.day)
        }
        return nil
    }

    private mutating func contact(_ address: Int, _ place: SourcePlace) -> Int {
        if let known = contacts[address] { return known }
        var record = ContactRecord(name: "", place: place)
        record.emails = [addresses.entries[address].spelling].filter { !$0.isEmpty }
        contacts[address] = records.contacts.count
        records.contacts.append(record)
        return records.contacts.count - 1
    }

    // MARK: The owner

    /// Whose calendar it is, by what the user says, what is on record, the calendar's name, or who takes part in nearly
    /// everything; `nil`, with a diagnostic, when nothing tells.
    private mutating func owner() -> MailOwner? {
        let ranking = participants()
        let most = ranking.first.flatMap { $0.isClear ? $0 : nil }
        let named = options.owners.filter { $0.contains("@") }
        if let owner = MailOwner.named(named, in: addresses) { return owner }
        let names = Set(options.owners.map(foldedName))
        let bearers = addresses.entries.indices.filter { position in
            addresses.names(of: position).contains { names.contains(foldedName($0)) }
        }
        if bearers.count == 1 { return MailOwner(addresses: bearers, guess: nil) }
        if !named.isEmpty {
            // The owner's own calendar need not name the owner.
            guard let most else { return MailOwner(addresses: [], guess: nil) }
            reportUnclear("no event with \(listed(named)), and most with \(spelling(most.address))")
            return nil
        }
        if let owner = MailOwner.named(options.ownAddresses + titles, in: addresses) { return owner }
        guard let most else {
            let count = Set(entries.lazy.filter { $0.reason == nil }.map(\.event.uid)).count
            reportUnclear(
                "no address that clearly takes part most in \(count == 1 ? "its one event" : "its \(count) events")"
            )
            return nil
        }
        records.diagnostics.append(
            Diagnostic(
                .ownerGuessed, file: records.path,
                found:
                    "no word on whose calendar it is, and took it for that of \(spelling(most.address)), who takes part in "
                    + "\(most.count) of \(most.of) events", expected: "the owner's address",
                hint: "if that is wrong, name your own addresses with --owner"))
        return MailOwner(addresses: [most.address], guess: nil)
    }

    private mutating func reportUnclear(_ found: String) {
        records.diagnostics.append(
            Diagnostic(
                .seekerUnclear, file: records.path, found: found, expected: "the owner's address",
                hint:
                    "name your own addresses: `rebound import \(commandWord(records.path)) --owner YOU@EXAMPLE.COM`"
            ))
    }

    private func spelling(_ address: Int) -> String { clipped(addresses.entries[address].spelling) }

    /// The addresses by how many events they take part in, the first one clear when it is in four of five of at least three,
    /// and no other in more than half of them.
    private func participants() -> [(address: Int, count: Int, of: Int, isClear: Bool)] {
        var events: [Int: Set<String>] = [:]
        var all: Set<String> = []
        for entry in entries where entry.reason == nil && !entry.people.isEmpty {
            all.insert(entry.event.uid)
            for person in entry.people { events[person.address, default: []].insert(entry.event.uid) }
        }
        let ranked = events.map { (address: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.address) < ($0.count, $1.address) }
        return ranked.enumerated().map { place, person in
            let second = ranked.count > 1 ? ranked[1].count : 0
            let isClear =
                place == 0 && all.count >= 3 && person.count * 5 >= all.count * 4
                && second * 2 <= all.count && !addresses.entries[person.address].spelling.isEmpty
            return (person.address, person.count, all.count, isClear)
        }
    }
}
