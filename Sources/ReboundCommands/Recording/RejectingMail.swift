import ArgumentParser
import MailFiles
import NetworkEditing
import ReferralGraph
import Reporting
import Workspace

/// A mail that says no, given to `rebound reject`.
struct RejectingMail {
    let path: String
    let command: RejectCommand

    /// Shows what the mail says, and records it after a yes.
    /// - Throws: An ``ExitCode`` after saying why nothing was recorded.
    func record() throws {
        let recording = command.recording
        let own = try recording.own()
        let (mail, network) = try read(own)
        guard let proposal = MailProposal(mail, in: network), proposal.kind == .rejection else {
            let isOwn = mail.meaning.kind == .rejection
            Terminal.note(
                "rebound: \(path): \(isOwn ? "you wrote this mail yourself" : mail.meaning.kind.refusal)")
            throw ExitCode(ExitCodes.badData)
        }
        let text = MailProposalText(proposal, in: network, today: own.now.day)
        if let question = text.question {
            Terminal.note("rebound: \(question)")
            throw ExitCode(ExitCodes.usage)
        }
        try Terminal.print(text.rendered(in: Terminal.style))
        switch proposal.role {
        case .recorded:
            try Terminal.print("Already on record.\n")
        case .one(let id): try record(proposal, id, text.command(for: id))
        case .several, .unknown: break
        }
    }

    private func read(_ own: OwnNetwork) throws -> (HiringMail, ReferralNetwork) {
        do {
            return (try ReceivedMail.one(path: path), try own.network())
        } catch {
            throw Terminal.fail(error, input: path)
        }
    }

    private func record(_ proposal: MailProposal, _ id: OpportunityID, _ complete: String) throws {
        if !command.yes, !command.recording.isRehearsal {
            guard let isConfirmed = Terminal.confirms("Record it?") else {
                Terminal.note("rebound: nothing was written; --yes records it, or: \(complete)")
                throw ExitCode(ExitCodes.findings)
            }
            guard isConfirmed else {
                Terminal.note("rebound: nothing was written")
                throw ExitCode(ExitCodes.findings)
            }
        }
        let moment = try command.recording.moment(command.on) ?? proposal.date
        let command = command
        try command.recording.record { (editor) throws(EditError) in
            try editor.reject(
                id.text, by: command.by ?? proposal.by?.text, title: command.title,
                finalist: command.finalist || proposal.isFinalist, feedback: command.feedback,
                filled: command.filled ?? (proposal.isFilled ? true : nil),
                channel: command.channel ?? .email,
                note: command.note.text, on: moment)
        }
    }
}
