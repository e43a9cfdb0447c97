import Foundations

/// Words that people try as commands, and the commands that they stand for.
///
/// In a command `NAME` is the place of the first name; what follows it stays as it was typed.
enum OtherWords {
    /// The arguments with a short form written out: `hold ROLE` is `stage ROLE on-hold`.
    static func writtenOut(_ arguments: [String]) -> [String] {
        guard let word = arguments.first, let command = shortForms[word], arguments.count > 1,
            !arguments[1].hasPrefix("-")
        else { return CompanyWords.written(arguments) }
        return CompanyWords.written(filled(command, with: arguments.dropFirst()).map(\.self))
    }

    /// The right command, complete, for a first word that is none; `nil` when none comes near.
    static func command(for arguments: [String]) -> String? {
        guard let word = arguments.first?.lowercased() else { return nil }
        guard let command = shortForms[word] ?? commands.first(where: { $0.words.contains(word) })?.command
        else { return nil }
        return "rebound "
            + filled(command, with: arguments.dropFirst()).map {
                $0.allSatisfy { $0.isUppercase } ? $0 : commandWord($0)
            }.joined(separator: " ")
    }

    /// `add person "Anna Berg"` for a name of several words without quotes; `nil` for anything else.
    static func quoted(_ arguments: [String]) -> String? {
        guard arguments.count > 3, arguments[0] == "add",
            ["person", "company", "opportunity"].contains(arguments[1])
        else { return nil }
        let name = arguments.dropFirst(2).prefix { !$0.hasPrefix("-") }
        guard name.count > 1 else { return nil }
        let words = arguments[..<2] + [name.joined(separator: " ")] + arguments.dropFirst(2 + name.count)
        return "rebound " + words.map(commandWord).joined(separator: " ")
    }

    private static func filled(_ command: String, with arguments: ArraySlice<String>) -> [String] {
        var words = command.split(separator: " ").map(String.init)
        var rest = arguments
        if let place = words.firstIndex(of: "NAME"), let name = rest.first, !name.hasPrefix("-") {
            words[place] = name
            rest = rest.dropFirst()
        }
        return words + rest
    }

    private static let shortForms = [
        "hold": "stage NAME on-hold", "accept": "stage NAME accepted", "decline": "stage NAME declined",
        "note": "log note NAME",
    ]

    private static let commands: [(words: Set<String>, command: String)] = [
        (["ghost", "ghosted", "end", "finish", "drop"], "close NAME"),
        (["called", "call", "phone", "phoned", "rang", "ring"], "log call NAME"),
        (
            ["followup", "follow-up", "chase", "chased", "nudge", "nudged"],
            "log email NAME --purpose follow-up"
        ),
        (["email", "emailed", "mail", "mailed", "wrote", "write", "sent"], "log email NAME --out"),
        (["heard", "replied", "reply", "answered", "answer"], "log email NAME --in"),
        (["text", "texted", "message", "messaged", "linkedin", "sms", "whatsapp", "dm"], "log message NAME"),
        (["met", "meet", "meeting", "coffee", "lunch", "saw"], "log meeting NAME"),
        (["interviewed", "interview"], "log interview NAME"),
        (["voicemail"], "log voicemail NAME"), (["letter"], "log letter NAME"),
        (["schedule", "scheduled", "appointment", "book"], "log interview NAME --on DAY"),
        (["noshow", "no-show", "missed"], "log interview NAME --no-show"),
        (["thank", "thanked", "thanks", "thank-you", "thankyou"], "log thank-you NAME"),
        (["talked", "spoke", "contacted", "contact"], "log call NAME"),
        (
            ["apply", "applied", "application", "job", "role", "opportunity"],
            "add opportunity NAME --at COMPANY"
        ),
        (["compose", "drafts"], "draft NAME"), (["templates"], "policy templates"),
        (["rejected", "no", "turned-down", "declined-me"], "reject NAME"),
        (["offered"], "offer NAME"), (["accepted", "hired"], "stage NAME accepted"),
        (["declined", "withdraw", "withdrew", "withdrawn"], "stage NAME withdrawn"),
        (["screened", "screen", "screening", "phone-screen"], "stage NAME screening"),
        (["paused", "pause", "on-hold", "freeze"], "stage NAME on-hold"),
        (["left", "quit", "gone"], "moved NAME --left"),
        (["fired", "let-go", "laid-off"], "moved NAME --let-go"),
        (["joined", "job-change"], "moved NAME --to COMPANY"),
        (["introduce", "introduced", "intro", "referred", "referral"], "refer NAME"),
        (["promised", "remind", "reminder"], "promise NAME WHAT --due DAY"),
        (["label", "labels", "tags", "group", "categorize"], "tag NAME TAG"), (["sort", "sift"], "triage"),
        (["starred", "favorite", "favourite"], "star NAME"),
        (["block", "mute", "ignore"], "do-not-contact NAME"),
        (["wait", "later", "postpone", "defer", "put-off"], "snooze NAME --for LENGTH"),
        (["cadence", "interval", "remind-every"], "every NAME INTERVAL"),
        (["dismiss", "leave-out"], "skip NAME"), (["did", "complete", "completed", "tick"], "done NAME"),
        (["repost", "re-posted", "relisted"], "reposted NAME"),
        (["posted", "posting", "vacancy"], "opening NAME TITLE"),
        (["holiday", "vacation", "closed"], "add holiday NAME"),
        (["person", "someone", "new", "create"], "add person NAME"),
        (["company", "employer"], "add company NAME"),
        (["delete", "rm", "forget"], "remove person NAME"),
        (["edit", "update", "change", "rename"], "add person NAME --more"),
        (["search", "lookup", "who"], "find NAME"), (["info", "view", "status", "card"], "show NAME"),
        (["todo", "due", "agenda", "now"], "today"), (["list", "ls", "contacts", "people"], "next"),
        (["log-in", "record"], "log KIND NAME"),
    ]
}

/// `--at` and `--company` in commands that take the company, or the role, as an argument.
enum CompanyWords {
    /// The arguments with the company where the command has it: `opening "Data lead" --at Northgate` is
    /// `opening Northgate "Data lead"`, and `stage "data lead" offer --at Northgate` is `stage "data lead Northgate" offer`.
    static func written(_ arguments: [String]) -> [String] {
        guard let command = arguments.first, let use = uses[command],
            let place = arguments.firstIndex(where: { ["--at", "--company"].contains($0) }),
            arguments.indices.contains(place + 1), !arguments[place + 1].hasPrefix("-")
        else { return arguments }
        let company = arguments[place + 1]
        var words = arguments
        words.removeSubrange(place...place + 1)
        switch use {
        case .argument(let position) where position <= words.count: words.insert(company, at: position)
        case .role where words.count > 1 && !words[1].hasPrefix("-"): words[1] += " \(company)"
        case .destination where !words.contains("--to"): words += ["--to", company, "--company"]
        default: return arguments
        }
        return words
    }

    private enum Use {
        /// The company is an argument, at a position behind the command.
        case argument(Int)
        /// The company tells which role is meant.
        case role
        /// The company is where to get to.
        case destination
    }

    private static let uses: [String: Use] = [
        "who": .argument(1), "want": .argument(1), "opening": .argument(1), "signal": .argument(2),
        "reject": .role, "stage": .role, "offer": .role, "reposted": .role,
        "close": .role, "path": .destination,
    ]
}
