internal import Synchronization

/// The user's settings as their file has them now, whichever program wrote it.
package final class LiveSettings: Sendable {
    private let state: Mutex<State>

    /// The settings that hold.
    package struct Current: Sendable {
        package var settings: Settings
        /// Which state of the file it is, from 1, rising.
        package var version = 1
        /// Why the file cannot be used, in sentences; the settings are those from before then.
        package var problem: String?
    }

    private struct State {
        var current: Current
        var file: Settings.FileState?
    }

    /// The settings as they were read.
    package init(_ settings: Settings) {
        state = Mutex(State(current: Current(settings: settings), file: settings.fileState))
    }

    /// The settings as they are now.
    package var current: Current {
        state.withLock { state in
            let file = state.current.settings.fileState
            if file != state.file {
                state.file = file
                state.current.version += 1
                do throws(WorkspaceError) {
                    state.current.settings = try state.current.settings.reread()
                    state.current.problem = nil
                } catch {
                    state.current.problem = error.explanation
                }
            }
            return state.current
        }
    }

    /// Sets a value, or takes it out of the file.
    /// - Returns: What holds now, in a sentence.
    /// - Throws: ``WorkspaceError``.
    package func change(_ name: String, to text: String?) throws(WorkspaceError) -> String {
        var settings = try current.settings.reread(toMend: true)
        let sentence = try settings.change(name, to: text)
        let problems = settings.remainingProblems
        guard problems.isEmpty else { throw .invalid(problems) }
        return sentence
    }
}
