internal import NetworkEditing
internal import Playbook
internal import ReferralGraph

/// An act that an assistant may record, and which arguments go with it.
struct RecordableAct: Sendable {
    /// The name, also of the command.
    let name: String
    /// What it records.
    let meaning: String
    /// The arguments that it takes, and the field of the act that each fills in.
    let fields: [(argument: String, field: String)]
    /// The arguments that it needs.
    let needed: [String]

    private init(
        _ name: String, _ meaning: String, needs: [String], _ fields: KeyValuePairs<String, String>
    ) {
        (self.name, self.meaning, needed) = (name, meaning, needs)
        self.fields = fields.map { ($0.key, $0.value) }
    }

    static let all = [
        RecordableAct(
            "log", "a talk or message that took place", needs: ["people", "kind"],
            [
                "people": "person", "kind": "kind", "direction": "direction", "purpose": "purpose",
                "subject": "subject", "role": "about", "note": "note", "on": "on", "add": "add",
                "company": "company",
            ]),
        RecordableAct(
            "done", "the step that is due with someone was taken", needs: ["people"],
            [
                "people": "person", "what": "what", "channel": "channel", "note": "note", "on": "on",
            ]),
        RecordableAct(
            "skip", "a step is left out this time", needs: ["people"],
            ["people": "person", "what": "what"]),
        RecordableAct(
            "snooze", "contacting people is put off until a day", needs: ["people", "until"],
            ["people": "person", "until": "until", "note": "why"]),
        RecordableAct(
            "refer", "someone gave a name", needs: ["from", "people"],
            [
                "from": "from", "people": "to", "company": "company", "title": "title", "role": "about",
                "note": "note", "on": "on",
            ]),
        RecordableAct(
            "promise", "a promise, theirs unless by is \"seeker\"", needs: ["people", "what"],
            ["people": "person", "what": "what", "by": "by", "until": "due", "on": "on"]),
        RecordableAct(
            "kept", "a promise was kept", needs: ["people"],
            ["people": "person", "what": "what", "on": "on"]),
        RecordableAct(
            "note", "something to remember about someone", needs: ["people", "note"],
            ["people": "person", "note": "note"]),
        RecordableAct(
            "stage", "how far a role has come", needs: ["role", "stage"],
            [
                "role": "opportunity", "stage": "stage", "people": "with", "until": "until", "note": "note",
                "on": "on",
            ]),
        RecordableAct(
            "reject", "a no for a role", needs: ["role"],
            [
                "role": "opportunity", "people": "by", "channel": "channel", "feedback": "feedback",
                "finalist": "finalist", "note": "note", "on": "on",
            ]),
    ]

    /// The act in words, with its arguments, those that it needs first.
    private var usage: String {
        let others = fields.map(\.argument).filter { !needed.contains($0) }
        let needs = needed.joined(separator: " and ")
        return "\(name) (\(meaning)) needs \(needs)"
            + (others.isEmpty ? "" : "; takes \(others.joined(separator: ", "))")
    }

    /// The acts of one person only.
    var isAboutOne: Bool { !["log", "snooze", "stage"].contains(name) }

    static let arguments: [ToolArgument] = [
        ToolArgument(
            "act", .choice(all.map(\.name)), isRequired: true,
            "What happened. " + all.map { "\($0.usage)." }.joined(separator: " ")),
        ToolArgument(
            "people", .texts(count: 50, most: 200),
            "Who it was with, by id or name. With refer: whose name was given. With reject: who said it. "
                + "Several with log, snooze and stage only."),
        ToolArgument(
            "role", ToolArgument.shortText,
            "The role it is about, by id or title; with stage, reject, log, refer."),
        ToolArgument(
            "kind", .choice(ContactEntry.Kind.allCases.map(\.rawValue)), "With log: what it was."),
        ToolArgument(
            "direction", .choice(["in", "out", "both"]), "With log: who wrote, them (in) or the user (out)."),
        ToolArgument(
            "purpose", .choice(Interaction.Purpose.allCases.map(\.rawValue)), "With log: what it was for."),
        ToolArgument("subject", ToolArgument.shortText, "With log: the subject of a message."),
        ToolArgument(
            "what", ToolArgument.shortText,
            "With done and skip: which step, by its rule or words of it. With promise and kept: what was promised."
        ),
        ToolArgument(
            "channel", .choice(Interaction.Channel.allCases.map(\.rawValue)),
            "With done and reject: by which means."),
        ToolArgument("add", .flag, "With log: whether someone who is not in the network yet is added."),
        ToolArgument("from", ToolArgument.shortText, "With refer: who gave the name."),
        ToolArgument(
            "company", ToolArgument.shortText, "With refer, and with log and add: where the new person works."
        ),
        ToolArgument(
            "title", ToolArgument.shortText, "With refer: the new person’s job title.",
            examples: ["Head of brand"]),
        ToolArgument(
            "by", .choice(Promise.Side.allCases.map(\.rawValue)), "With promise: who promised."),
        ToolArgument(
            "stage", .choice(Stage.allCases.filter { $0 != .rejected }.map(\.rawValue)),
            "With stage: how far it has come; a no is the act reject."),
        ToolArgument("feedback", ToolArgument.longText, "With reject: what they said was missing."),
        ToolArgument("finalist", .flag, "With reject: whether the user was among the last few."),
        ToolArgument(
            "until", ToolArgument.shortText,
            "A day, as people say it. With snooze: until when. With promise: by when. With stage: until when an offer or "
                + "a hold stands."),
        ToolArgument(
            "on", ToolArgument.shortText, "When it was, such as 2026-04-09 or yesterday (default: now)."),
        ToolArgument("note", ToolArgument.longText, "Anything else to remember, in the user’s words."),
        ToolArgument(
            "token", ToolArgument.shortText,
            "Of the preview, to record it. Leave it out first, show the preview to the user, and wait for a yes."
        ),
    ]
}
