import DateLiterals
import MailFiles
import NetworkEditing
import ReferralGraph
import Testing

@Suite("What mails propose")
struct MailProposalTests {
    /// Three live roles at two employers, and a recruiter of an agency.
    private let network: ReferralNetwork = {
        var network = ReferralNetwork(seeker: "mia", people: [Person(id: "mia", name: "Mia Brand")])
        network.people[0].emails = ["mia@example.com"]
        var editor = NetworkEditor(network, now: Timestamp("2026-04-10T12:00+02:00"))
        do {
            for (title, company) in [
                ("Brand manager", "Kestrel Systems"), ("Support lead", "Lumen Loft"),
                ("Events lead", "Lumen Loft"),
            ] {
                try editor.addOpportunity(title, at: company, on: Timestamp("2026-03-20T09:00+01:00"))
            }
            var details = PersonDetails()
            details.emails = ["chidi@kestrel.example"]
            details.company = "kestrel"
            try editor.addPerson("Chidi Nwosu", details)
            try editor.describeOpportunity(
                "brand", OpportunityDetails(participants: [.hiringManager: ["chidi"]]))
            details = PersonDetails()
            details.emails = ["carol@agency.example"]
            details.company = "Quist Partners"
            try editor.addPerson("Carol Quist", details)
            try editor.describeOpportunity("support", OpportunityDetails(participants: [.agency: ["carol"]]))
        } catch {
            fatalError("\(error)")
        }
        return editor.network
    }()

    private static let no = "Thank you for your application. We regret that you were not selected."

    private func proposal(
        from: String, subject: String = "Your application", _ text: String = no, more: String = "",
        in network: ReferralNetwork? = nil, on date: String = "Fri, 3 Apr 2026 10:00:00 +0200"
    ) throws -> MailProposal? {
        let mail =
            "From: \(from)\nTo: Mia Brand <mia@example.com>\nSubject: \(subject)\nDate: \(date)\nMessage-ID: <1@x.example>\n"
            + "\(more)Content-Type: text/plain; charset=utf-8\n\n\(text)\n"
        let read = try #require(try HiringMail.all(path: "mail.eml", bytes: Array(mail.utf8)).first)
        return MailProposal(read, in: network ?? self.network)
    }

    private func role(_ proposal: MailProposal?) -> MailProposal.Role? { proposal?.role }

    @Test(
        "The employer is known by domain, by the mailbox at a service, by the name, by the subject and by the text",
        arguments: [
            ("jobs@kestrel.example", "Your application", ""),
            ("no-reply@mail.kestrel-systems.example", "Your application", ""),
            ("kestrelsystems@myworkday.example", "Update", ""),
            ("Kestrel Systems Careers <no-reply@greenhouse.example>", "Update", ""),
            ("no-reply@greenhouse.example", "Your application to Kestrel Systems", ""),
            ("no-reply@greenhouse.example", "Update", "The Kestrel Systems team\n"),
            ("Someone Else <someone@kestrel.example>", "Hello", ""),
        ])
    func employer(from: String, subject: String, more: String) throws {
        let proposal = try proposal(from: from, subject: subject, Self.no + "\n\n" + more)
        #expect(role(proposal) == .one("brand-manager"))
        #expect(proposal?.by == nil)
    }

    @Test("Another employer's domain, a name inside a word, and a common word name no one")
    func noEmployer() throws {
        #expect(role(try proposal(from: "jobs@kestrelbank.example")) == .unknown)
        #expect(role(try proposal(from: "jobs@greenloft.example")) == .unknown)
        #expect(role(try proposal(from: "Ann Moss <ann@gmail.com>")) == .unknown)
    }

    @Test("Of several live roles the one whose title the mail has is meant, and without a title none")
    func titles() throws {
        let from = "jobs@lumenloft.example"
        #expect(role(try proposal(from: from)) == .several(["support-lead", "events-lead"], .severalFit))
        #expect(
            role(try proposal(from: from, subject: "Your application: Events Lead (m/f/d)"))
                == .one("events-lead"))
        #expect(
            role(
                try proposal(
                    from: from,
                    "Thank you for applying for the position of Office manager. You were not selected."))
                == .several(["support-lead", "events-lead"], .otherTitle))
    }

    @Test("A title that is not that of the only role is a question")
    func otherTitle() throws {
        let text = "Thank you for your application for the position of Account lead. You were not selected."
        let other = try proposal(from: "jobs@kestrel.example", text)
        #expect(role(other) == .several(["brand-manager"], .otherTitle))
        #expect(other?.statedTitle == "Account lead")
        #expect(
            role(
                try proposal(
                    from: "jobs@kestrel.example", text.replacing("Account lead", with: "Senior brand manager")
                ))
                == .one("brand-manager"))
    }

    @Test("Who has a part in a role says no in it, whatever the domain; who has none is no decider")
    func people() throws {
        let manager = try proposal(from: "Chidi Nwosu <chidi@kestrel.example>")
        #expect(role(manager) == .one("brand-manager"))
        #expect(manager?.by == "chidi-nwosu" && manager?.strangers == [])
        let agency = try proposal(from: "carol@agency.example")
        #expect(role(agency) == .one("support-lead"))
        #expect(agency?.by == "carol-quist")
        let stranger = try proposal(
            from: "Nadia Haddad <nadia@kestrel.example>",
            Self.no + "\n\nBest regards,\nNadia Haddad\nRecruiter")
        #expect(
            stranger?.strangers == [
                MailProposal.Stranger(
                    name: "Nadia Haddad", address: "nadia@kestrel.example", part: .recruiter)
            ])
        let signed = try proposal(
            from: "no-reply@kestrel.example", Self.no + "\n\nBest regards,\nOlu Adeyemi")
        #expect(signed?.strangers.map(\.name) == ["Olu Adeyemi"])
    }

    @Test("Two writers, an older mail and the seeker's own are not taken at their word")
    func doubts() throws {
        #expect(
            role(try proposal(from: "Chidi Nwosu <chidi@kestrel.example>, Ann Moss <ann@kestrel.example>"))
                == .several(["brand-manager"], .severalWriters))
        #expect(
            role(try proposal(from: "jobs@kestrel.example", on: "Mon, 2 Mar 2026 10:00:00 +0100"))
                == .several(["brand-manager"], .earlier))
        #expect(try proposal(from: "Mia Brand <mia@example.com>") == nil)
    }

    @Test("What is on record is not proposed again")
    func recorded() throws {
        var editor = NetworkEditor(network, now: Timestamp("2026-04-10T12:00+02:00"))
        try editor.reject("brand", on: Timestamp("2026-04-03T10:00+02:00"))
        #expect(
            role(try proposal(from: "jobs@kestrel.example", in: editor.network)) == .recorded("brand-manager")
        )
        let receipt = try proposal(from: "jobs@kestrel.example", "We have received your application.")
        #expect(role(receipt) == .recorded("brand-manager"))
    }

    @Test("A conversation about a role decides, whoever writes")
    func conversation() throws {
        var network = network
        let first = try #require(
            try HiringMail.all(
                path: "x",
                bytes: Array("From: a <a@b.example>\nReferences: <first@x.example>\nSubject: x\n\nx\n".utf8)
            ).first?.references.first)
        network.interactions.append(
            Interaction(
                id: InteractionID(first), date: Timestamp("2026-03-25T10:00+01:00"), people: ["carol-quist"],
                channel: .email,
                direction: .outgoing, opportunity: "events-lead"))
        let answer = try proposal(
            from: "no-reply@personio.example", more: "References: <first@x.example>\n", in: network)
        #expect(role(answer) == .one("events-lead"))
    }

    @Test("Those an invitation names are proposed, and no one is added")
    func invitation() throws {
        let text = "Thank you for applying. We would like to invite you to an interview."
        let calendar =
            "MIME-Version: 1.0\nCc: Olu Adeyemi <olu@kestrel.example>\n"
        let invitation = try proposal(from: "Nadia Haddad <nadia@kestrel.example>", text, more: calendar)
        #expect(invitation?.kind == .invitation)
        #expect(role(invitation) == .one("brand-manager"))
        #expect(invitation?.strangers.map(\.name) == ["Nadia Haddad", "Olu Adeyemi"])
        #expect(invitation?.strangers.map(\.part) == [.writer, .invited])
    }
}
