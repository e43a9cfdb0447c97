import ReboundTestSupport
import ReferralGraph
import Testing

@testable import Foundations
@testable import SourceReaders

@Suite struct ColumnMappingTests {
    private func guess(_ header: String...) -> String { ColumnMapping.guessed(from: header).argument }

    @Test func columnsAreGuessedInFourLanguages() {
        #expect(
            guess("First name", "Last name", "E-mail address", "Company", "Job title", "Notes")
                == "first-name=First name,last-name=Last name,email=E-mail address,company=Company,title=Job title,notes=Notes"
        )
        #expect(
            guess("Vorname", "Name", "E-Mail-Adresse", "Firma", "Abteilung", "Handy", "Verbunden seit")
                == "first-name=Vorname,last-name=Name,email=E-Mail-Adresse,phone=Handy,company=Firma,department=Abteilung,"
                + "connected-on=Verbunden seit")
        #expect(
            guess("Prénom", "NOM", "Courriel", "Société", "Intitulé du poste", "Téléphone")
                == "first-name=Prénom,last-name=NOM,email=Courriel,phone=Téléphone,company=Société,title=Intitulé du poste"
        )
        #expect(
            guess("Nombre", "Apellidos", "Correo electrónico", "Empresa", "Cargo", "Móvil")
                == "first-name=Nombre,last-name=Apellidos,email=Correo electrónico,phone=Móvil,company=Empresa,title=Cargo"
        )
    }

    @Test func vagueNamesMeanWhatTheOthersLeave() {
        #expect(guess("Name", "Firm") == "name=Name,company=Firm")
        #expect(guess("Nombre", "Empresa") == "name=Nombre,company=Empresa")
        #expect(guess("Nom", "Prénom") == "first-name=Prénom,last-name=Nom")
        #expect(
            guess("Name", "First Name", "Last Name") == "name=Name,first-name=First Name,last-name=Last Name")
        #expect(guess("Full name", "Name") == "name=Full name")
    }

    @Test func theBestColumnIsTakenAndListsTakeAll() {
        #expect(guess("Title", "Name", "Job Title") == "name=Name,title=Job Title")
        #expect(
            guess("Name", "E-mail", "E-mail 2", "EMAIL 3")
                == "name=Name,email=E-mail,email=E-mail 2,email=EMAIL 3")
        #expect(guess("Name", "Company", "Employer") == "name=Name,company=Company")
        #expect(guess("Name", "Name") == "name=Name")
    }

    @Test func nothingIsGuessedFromNothing() {
        #expect(guess() == "")
        #expect(guess("a", "b", "", " ", "123", "☃") == "")
        #expect(!ColumnMapping.guessed(from: ["Firm"]).namesSomebody)
    }

    @Test func noWordMeansTwoThings() {
        var seen: [String: ColumnMapping.Field] = [:]
        for (field, words) in ColumnNames.synonyms {
            for word in words {
                #expect(seen.updateValue(field, forKey: word) == nil, "\(word)")
                #expect(foldedName(word) == word, "\(word)")
                // Whoever writes a column so must be understood.
                #expect(
                    ColumnMapping.guessed(from: [word.uppercased()]).assignments.map(\.field) == [field],
                    "\(word)")
            }
        }
        #expect(
            Set(ColumnNames.synonyms.keys).union(ColumnMapping.Field.ofApplications)
                == Set(ColumnMapping.Field.allCases))
    }

    @Test func aMappingIsShownForConfirmation() throws {
        let mapping = try ColumnMapping(parsing: "name=Full name,connected-on=Since,dates=dd/mm/yyyy")
        #expect(mapping.description == "name <- Full name\nconnected-on <- Since\ndates as DD/MM/YYYY")
        #expect(
            ColumnMapping([.init(field: .name, column: "a\u{1B}[31m\nb")]).description
                == "name <- a\\u{1b}[31m\\u{a}b")
    }

    @Test func theArgumentIsReadAsItWasWritten() throws {
        let columns = HostileText.all.map(trimmed).filter { !$0.isEmpty }
        for column in columns {
            let mapping = ColumnMapping([
                .init(field: .name, column: column), .init(field: .email, column: "x"),
            ])
            #expect(try ColumnMapping(parsing: mapping.argument) == mapping, "\(column.debugDescription)")
        }
        let spaced = try ColumnMapping(parsing: " Name = Full name ,, email=\"a, \"\"b\"\"\" , email=c=d,")
        #expect(
            spaced.assignments == [
                .init(field: .name, column: "Full name"), .init(field: .email, column: "a, \"b\""),
                .init(field: .email, column: "c=d"),
            ])
    }

    @Test(arguments: [
        ("", ColumnMappingError.empty, "the mapping is empty; write for example name=Full name,company=Firm"),
        ("dates=DD/MM/YYYY", .empty, "the mapping is empty; write for example name=Full name,company=Firm"),
        ("name", .notAnAssignment("name"), "\"name\" is no assignment; write field=column"),
        ("nme=x", .unknownField("nme"), "there is no field \"nme\"; did you mean \"name\"?"),
        (
            "zzzzzzzz=x", .unknownField("zzzzzzzz"),
            "there is no field \"zzzzzzzz\"; fields are name, first-name, last-name, email, phone, company, title, "
                + "department, school, profile-url, connected-on, notes, how, strength, tags, status, applied-on, interviewed-on, "
                + "offered-on, rejected-on, follow-up-on, updated-on, recruiter, hiring-manager, posting, dates"
        ),
        ("name= ", .columnMissing(field: "name"), "no column behind \"name=\""),
        ("name=a,name=b", .fieldRepeated("name"), "the field \"name\" twice; only one column can say it"),
        (
            "name=a,dates=MM/DD", .unknownDates("MM/DD"),
            "dates cannot be written as \"MM/DD\"; write for example dates=DD/MM/YYYY, dates=MM/DD/YYYY or dates=EXCEL"
        ),
        ("name=\"a", .quoteUnterminated, "a double quote is not closed; inside a quoted name write it twice"),
    ])
    func aMistakeIsExplained(text: String, error: ColumnMappingError, words: String) {
        #expect(throws: error) { try ColumnMapping(parsing: text) }
        #expect(error.description == words)
    }

    @Test(arguments: ["DD/MM/YYYY", "MM/DD/YYYY", "yyyy-mm-dd", "DD.MM.YYYY", "YYYY.DD.MM"])
    func everyDayIsReadAsItIsWritten(text: String) throws {
        let pattern = try #require(DatePattern(text))
        #expect(pattern.description == text.uppercased())
        var random = SeededRandom(seed: 5)
        for _ in 0..<300 {
            let day = CalendarDay(number: Int.random(in: -100_000..<100_000, using: &random))
            let pieces = day.description.split(separator: "-")
            let written = text.uppercased().replacing("YYYY", with: pieces[0]).replacing(
                "MM", with: pieces[1]
            )
            .replacing("DD", with: pieces[2])
            #expect(pattern.day(written) == day)
        }
    }

    @Test(arguments: [
        "", "DD", "DD/MM", "DD/MM-YYYY", "DD/DD/YYYY", "DD MM YYYY", "D/M/YYYY", "DDxMMxYYYY", "//",
    ])
    func otherPatternsAreNone(text: String) { #expect(DatePattern(text) == nil) }

    @Test func daysAreReadStrictly() throws {
        let pattern = try #require(DatePattern("MM/DD/YYYY"))
        #expect(pattern.day("3/4/2026") == CalendarDay("2026-03-04"))
        for text in [
            "13/01/2026", "02/30/2026", "3/4/26", "3-4-2026", "3/4/2026 ", "003/4/2026", "+3/4/2026", "//",
            "",
        ] {
            #expect(pattern.day(text) == nil, "\(text)")
        }
        #expect(DatePattern.iso.day("2026-3-4") == nil)
    }
}
