/// Why a mail is not used.
package enum MailSkip: String {
    case draft = "a draft"
    case deleted = "deleted, or in the trash"
    case spam = "spam"
    case machine = "sent by a machine"
    case list = "a mailing list or newsletter"
    case office = "a receipt, a decision or an advertisement of an office"
    case noHeader = "no header"
    case noSender = "no sender"
    case noAddress = "a sender without an e-mail address or a name"
    case undated = "no usable date"
    case repeated = "the same message again"
    case manyRecipients = "more than 20 recipients"
    case alone = "no one but the owner"
    case unreadable = "cannot be read"
}
