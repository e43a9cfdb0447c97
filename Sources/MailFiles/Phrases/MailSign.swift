/// What a phrase in a mail is a sign of.
package enum MailSign: String, CaseIterable, Sendable {
    /// The employer says no to the reader. Decides alone.
    case no
    /// A no, if the mail speaks of the reader's application somewhere.
    case noInContext = "no, beside an application"
    /// Someone else got the role: a no, if the mail speaks of the reader's application somewhere.
    case filled
    /// The mail speaks of the reader's application.
    case application
    /// The reader has been interviewed.
    case interviewed
    /// The reader was among the last few.
    case finalist
    /// An invitation to an interview, or times to choose from.
    case invitation
    /// An application has arrived.
    case receipt
    /// Thanks for an application: it has arrived, if the mail says as well what happens with it.
    case thanks
    /// Someone will look at an application, or write again.
    case review
    /// An offer, a hold, a role that is open again, a withdrawal, someone else's application: whoever says that does not
    /// simply say no.
    case contrary = "not simply a no"
    /// The writer is sorry: no receipt, and perhaps a no in words that are not known.
    case regret
    /// A newsletter, a list of jobs, an answer of a machine.
    case noise
    /// How the subject of a machine's answer begins.
    case noiseInSubject = "noise, at the start of the subject"
    /// What makes the rest of its sentence a mere possibility.
    case condition
    /// What makes all of its sentence a mere possibility.
    case limit
    /// What makes its sentence a report on what others said or what happened to the writer.
    case report
}

/// The languages of which phrases are known.
public enum MailLanguage: String, CaseIterable, Sendable {
    /// By their English names.
    case english, german, french, spanish
}

/// The phrases of a language, by what they are a sign of.
///
/// Letter case, accents and punctuation do not count. `a/b` is one word or another, `[a]` a word that may be missing,
/// `stem*` any ending, `..` up to three words and `...` up to ten.
struct MailPhrases {
    let language: MailLanguage
    let phrases: [(sign: MailSign, texts: [String])]

    /// The whole table.
    static let all = [english, german, french, spanish]
}
