import AnalysisTestSupport
import DateLiterals
import Foundations
import MessageDrafts
import NetworkEditing
import NetworkRedaction
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Facts of drafts")
struct DraftFactTests {
    private func draft(
        _ person: PersonID, _ rule: String?, _ channel: DraftChannel? = nil,
        words: [DraftSlot: String] = Everyone.words, in analysis: NetworkAnalysis
    ) throws -> Draft {
        let request = DraftRequest(to: person, ruleName: rule, channel: channel, words: words)
        guard analysis.network.people.contains(where: \.isConfidential) else {
            return try analysis.draft(request, sharing: analysis)
        }
        var shareable = analysis.network
        for index in shareable.people.indices where shareable.people[index].id == person {
            shareable.people[index].isConfidential = false
        }
        return try analysis.draft(
            request,
            sharing: NetworkAnalysis(of: shareable.withoutConfidentialNames(), asOf: Everyone.asOf))
    }

    @Test("all words of a fact come from the network or from the user", arguments: DraftGoldenTests.rules)
    func nothingInvented(rule: Rule) throws {
        // Each text of the network is a word that no template has, so that a fact shows where it is from.
        var marks: Set<String> = []
        func mark(_ name: String) -> String {
            let mark = "Q\(marks.count)x\(name)"
            marks.insert(mark)
            return mark
        }
        let analysis = try Everyone.analysis { network in
            for index in network.people.indices { network.people[index].name = mark("name") }
            for index in network.companies.indices {
                network.companies[index].name = mark("company")
            }
            for index in network.opportunities.indices {
                network.opportunities[index].title = mark("role")
            }
            for index in network.interactions.indices {
                if network.interactions[index].subject != nil {
                    network.interactions[index].subject = mark("subject")
                }
                if network.interactions[index].promise != nil {
                    network.interactions[index].promise?.what = mark("promise")
                }
            }
        }
        let ordinary = Set(StandardTemplates.text.split { !$0.isLetter }.map { $0.lowercased() })
        let recorded = Set(
            Everyone.words.values.flatMap { $0.split { !$0.isLetter }.map { $0.lowercased() } })
        for person in Everyone.people {
            for channel in DraftChannel.allCases {
                guard let draft = try? draft(person.id, rule.rawValue, channel, in: analysis) else {
                    continue
                }
                for fact in draft.facts where fact.source != "--with" {
                    // Words of time, count and courtesy are those of the code, and few.
                    let marked = fact.value.split { $0 == " " || $0 == "\n" }
                        .filter { $0.first == "Q" && $0.contains("x") }
                    let isOfCode =
                        [
                            DraftSlot.greeting, .asks, .otherEmployers, .hardNews, .unnamedReferrer,
                            .feedback,
                            .goalRole, .title, .department, .newTitle, .opening,
                        ].contains(fact.slot)
                        || fact.slot.rawValue.hasSuffix("day") || fact.slot.rawValue.hasSuffix("month")
                    #expect(!marked.isEmpty || isOfCode, "\(fact)")
                    for word in marked {
                        #expect(marks.contains(word.trimmingMarks), "\(fact)")
                    }
                }
                let words = draft.body.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
                for word in words where word.count > 3 && !word.contains(where: \.isNumber) {
                    let isKnown =
                        ordinary.contains(word) || recorded.contains(word)
                        || draft.facts.contains { $0.value.lowercased().contains(word) }
                        || draft.call.map { "\($0)".lowercased().contains(word) } ?? false
                    #expect(isKnown, "\(word) in \(draft.body)")
                }
            }
        }
    }

    @Test(
        "no text on record breaks a draft or a mail",
        arguments: HostileText.all + [
            "Anna\r\nBcc: all@example.com\r\n\r\nHello", String(repeating: "Ä", count: 500), "“quo\"ted”",
            "👩‍👩‍👧 Ada", "\u{202E}evil",
            "{{ role }}", "[[ x ]]", "a\u{0}b", "مريم الحسن", "O'Brien-Smith, Jr.", "=?utf-8?q?x?=",
        ])
    func hostile(text: String) throws {
        let analysis = try Everyone.analysis { network in
            for index in network.people.indices { network.people[index].name = "x\(text)" }
            for index in network.opportunities.indices { network.opportunities[index].title = "x\(text)" }
            for index in network.companies.indices { network.companies[index].name = "x\(text)" }
            for index in network.interactions.indices {
                if network.interactions[index].subject != nil {
                    network.interactions[index].subject = "x\(text)"
                }
                network.interactions[index].messageID = text
            }
        }
        for rule in [Rule.thankYou, .firstMessage, .unusedReferral, .left, .accepted, .connect] {
            for person in Everyone.people {
                guard let draft = try? draft(person.id, rule.rawValue, in: analysis) else { continue }
                #expect(
                    draft.body.unicodeScalars.allSatisfy {
                        $0 == "\n" || $0.properties.generalCategory != .control
                    })
                guard draft.channel == .email else { continue }
                let mail = String(decoding: try MailFile(draft).bytes, as: UTF8.self)
                let head = mail.split(separator: "\r\n\r\n", maxSplits: 1)[0]
                var names: [Substring] = []
                for line in head.split(separator: "\r\n") {
                    #expect(line.utf8.count <= 998)
                    #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(line)")
                    if line.first != " " { names.append(line.prefix { $0 != ":" }) }
                }
                let allowed: Set<Substring> = [
                    "X-Unsent", "From", "To", "Subject", "In-Reply-To", "References", "MIME-Version",
                    "Content-Type", "Content-Transfer-Encoding",
                ]
                #expect(Set(names).isSubset(of: allowed) && Set(names).count == names.count, "\(names)")
                #expect(mail.utf8.count { $0 == 10 } == mail.utf8.count { $0 == 13 })
                #expect(!draft.text.contains("\u{202E}"))
                if let link = try? MailtoLink(draft).text {
                    #expect(link.utf8.allSatisfy { (0x21...0x7E).contains($0) })
                }
            }
        }
    }

    @Test("who asked not to be named is in no draft, except in their own")
    func confidential() throws {
        let analysis = try Everyone.analysis { network in
            for index in network.people.indices where ["rr", "hm"].contains(network.people[index].id) {
                network.people[index].isConfidential = true
            }
            network.interactions[0].promise?.what = "a word to Priya about the team"
        }
        let referral = try draft("rf", "R2.unused-referral", .email, in: analysis)
        #expect(
            referral.text.contains("A mutual contact gave me your name")
                || referral.text.contains("a mutual contact gave me your name"))
        #expect(!referral.text.contains("Priya"))
        let own = try draft("hm", "R1.thank-you", .email, in: analysis)
        #expect(own.text.contains("Dear Dr. Weiss"))
        // A promise that names someone is not repeated.
        let error = #expect(throws: DraftError.self) {
            try draft("hm", "R5.own-promise", .email, in: analysis)
        }
        #expect(
            error?.explanation(today: Everyone.asOf.day).contains("someone who asked not to be named") == true
        )
    }

    @Test(
        "a title is no first name, and nothing is guessed",
        arguments: [
            ("Dan Whitfield", "Hi Dan"), ("Dr. Anna Keller", "Dear Dr. Keller"),
            ("Frau Keller", "Dear Frau Keller"),
            ("Prof. Dr. Max Weber", "Dear Prof. Dr. Weber"), ("Keller, Anna", "Hi Anna"),
            ("Anna Keller, PhD", "Hi Anna"),
            ("dan@example.com", "Hello"), ("Cher", "Hi Cher"), ("Dr. Sam Hale Jr.", "Dear Dr. Hale"),
            ("山田太郎", "Hi 山田太郎"),
        ])
    func greeting(name: String, greeting: String) throws {
        let analysis = try Everyone.analysis { network in
            for index in network.people.indices where network.people[index].id == "hm" {
                network.people[index].name = name
            }
        }
        #expect(try draft("hm", "R1.thank-you", .email, in: analysis).body.hasPrefix("\(greeting),\n"))
    }

    @Test("a fact that is not on record is named with the command that records it")
    func missing() throws {
        let analysis = try Everyone.analysis { network in
            for index in network.people.indices where network.people[index].id == network.seeker {
                network.people[index].name = "Me"
            }
        }
        let error = #expect(throws: DraftError.self) {
            try draft("hm", "R5.thank-you", .email, words: [:], in: analysis)
        }
        let text = error?.explanation(today: Everyone.asOf.day) ?? ""
        #expect(text.contains("rebound draft hm --for R5.thank-you --channel email --with topic=\"...\""))
        #expect(text.contains("rebound add person mia --more --rename \"YOUR NAME\""))
    }

    @Test("an invitation keeps to 200 characters, and leaves out what does not fit")
    func limit() throws {
        var words = Everyone.words
        words[.topic] = String(repeating: "long ", count: 30) + "topic"
        let analysis = try Everyone.analysis()
        let draft = try draft("hm", "R1.connect", .message, words: words, in: analysis)
        #expect(draft.characters <= 200 && draft.characterLimit == 200)
        #expect(!draft.body.contains("topic"))
        let tooLong = try Everyone.analysis { network in
            for index in network.opportunities.indices {
                network.opportunities[index].title = String(repeating: "very ", count: 40) + "senior"
            }
        }
        #expect(throws: DraftError.self) { try self.draft("hm", "R1.connect", .message, in: tooLong) }
    }

    @Test("a wish about channels, a ban and one's own colleagues are kept to")
    func wishes() throws {
        let analysis = try Everyone.analysis { network in
            for index in network.people.indices {
                if network.people[index].id == "hm" { network.people[index].avoids = [.call] }
                if network.people[index].id == "iv" { network.people[index].doNotContact = true }
                if network.people[index].id == network.seeker {
                    network.people[index].employments.append(
                        Employment(company: "quay", from: "2026-01-05"))
                }
            }
        }
        func error(_ person: PersonID, _ channel: DraftChannel?) -> String {
            do {
                return try draft(person, "R1.thank-you", channel, in: analysis).text
            } catch { return (error as? DraftError)?.explanation(today: Everyone.asOf.day) ?? "" }
        }
        #expect(
            error("hm", .call).contains(
                "does not want to be contacted by call; write: rebound draft hm --channel email"))
        #expect(error("iv", nil).contains("must not be contacted: do not contact"))
        #expect(error("pe", nil).contains("your own employer"))
        #expect(error("mia", nil).contains("that is you"))
    }

    @Test("the words of a rule fit what is on record: a reference, an offer with and without a day")
    func variants() throws {
        let analysis = try Everyone.analysis { network in
            let position = network.opportunities.firstIndex { $0.id == "lead" }!
            network.opportunities[position].participants = [Participant(person: "vi", role: .hiringManager)]
        }
        let reference = try draft("re", "R5.referee", .email, in: analysis)
        #expect(
            reference.body.contains(
                "named you as a reference for the Pricing lead role at Harbor Logistics, so someone may call you"
            ))
        let offer = try draft("vi", "R5.competing-offer", .email, in: analysis)
        #expect(
            offer.body.contains(
                "Thank you for the offer of the Insights lead role. I will give you my answer by Tuesday 7 April."
            ))
        let open = try Everyone.analysis { network in
            let position = network.opportunities.firstIndex { $0.id == "lead" }!
            network.opportunities[position].participants = [Participant(person: "vi", role: .hiringManager)]
            for stage in network.opportunities[position].stages.indices {
                network.opportunities[position].stages[stage].until = nil
            }
        }
        #expect(
            try draft("vi", "R5.competing-offer", .email, in: open).body.contains(
                "by which day do you need to know?"))
    }

    @Test("where nothing is due, the error names what a word could be about, and its rule")
    func nothingDue() throws {
        let analysis = try analyse(asOf: Everyone.asOf) { builder in
            builder.person("ada")
            builder.network.ties.append(Tie(from: "you", to: "ada"))
        }
        let error = #expect(throws: DraftError.self) { try draft("ada", nil, in: analysis) }
        let text = error?.explanation(today: Everyone.asOf.day) ?? ""
        #expect(text.hasPrefix("nothing is due with Ada Doe\na word would be welcome: “"))
        #expect(text.hasSuffix("rebound draft ada --for R1.referral-request"))
    }

    @Test("the user's own template goes before the standard one, in any language")
    func ownTemplates() throws {
        let own = TemplateParser.read(
            bytes: Array(
                """
                == R1.thank-you anyone email
                Subject: Danke

                {{ greeting_de }},

                vielen Dank für Ihre Zeit[[ am {{ interview_day }}]].
                """.utf8), file: "own.txt")
        #expect(own.diagnostics == [])
        let analysis = try Everyone.analysis { network in
            for index in network.people.indices where network.people[index].id == "hm" {
                network.people[index].name = "Frau Dr. Keller"
            }
        }
        let catalog = TemplateCatalog(own: own.templates)
        let request = DraftRequest(to: "hm", ruleName: "R1.thank-you", channel: .email, templates: catalog)
        let draft = try analysis.draft(request, sharing: analysis)
        #expect(draft.body.hasPrefix("Sehr geehrte Frau Dr. Keller,\n\nvielen Dank für Ihre Zeit am "))
        #expect(draft.template == "own.txt:1")
    }
}

extension Substring {
    /// Without the marks of sentences at its end.
    fileprivate var trimmingMarks: String { String(self.prefix { $0.isLetter || $0.isNumber }) }
}
