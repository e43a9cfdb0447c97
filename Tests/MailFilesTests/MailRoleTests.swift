import Testing

@testable import MailFiles

@Suite("What folders of mail are for") struct MailRoleTests {
    @Test func namesInOtherLanguagesAndCodings() {
        #expect(MailFolderNames.decoded("Entw&APw-rfe") == "Entwürfe")
        #expect(MailFolderNames.decoded("&ZeVnLIqe-") == "日本語")
        #expect(MailFolderNames.decoded("R&-D") == "R&D")
        #expect(MailFolderNames.decoded("R&D") == "R&D")
        #expect(MailRole(name: "&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-") == .sent)
        #expect(MailRole(name: "ÉLÉMENTS ENVOYÉS") == .sent)
        #expect(MailRole(name: "Gesendete_Objekte") == .sent)
        #expect(MailRole(name: "Concert") == nil)
        #expect(MailRole(ofPath: "Mail/Drafts.sbd/2024", depth: 2) == .drafts)
        #expect(MailRole(ofPath: "Drafts/Mail/2024", depth: 1) == nil)
        #expect(MailRole(ofPath: "INBOX.Sent") == .sent)
        #expect(MailRole(ofMail: "cur/1.M1.host:2,ST") == .trash)
        #expect(MailRole(ofMail: "cur/1.M1.host:2,DS") == .drafts)
        #expect(MailRole(ofMail: "cur/1.M1.host:2,S") == nil)
    }
}
