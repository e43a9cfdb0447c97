internal import Foundations
internal import NetworkEditing
public import ReferralGraph
public import SourceReaders

extension OwnNetwork {
    /// How to read sources that are to be brought into this network, before the user says more.
    /// - Parameter day: The day of which the sources speak, where they do not say.
    /// - Throws: ``WorkspaceError/request(_:)`` for a day that lies ahead.
    public func sourceOptions(dated day: CalendarDay?) throws(WorkspaceError) -> SourceOptions {
        if let day, day > now.day {
            throw .request("--dated: \(day) lies ahead, and files speak of the past; today is \(now.day).")
        }
        var options = SourceOptions()
        options.asOf = day
        options.now = now
        options.ownAddresses = ownAddresses
        options.applicationsSince = now.day + -NetworkImport.mailIsNewsForDays
        return options
    }
}

extension ImportSource {
    /// Whether it is a whole network.
    public var isNetwork: Bool { if case .network = self { true } else { false } }

    /// Reads everything in a file that was received from elsewhere. Only its name is the user’s: the folder in which it lies
    /// stands in no record, no report and no error.
    /// - Throws: ``WorkspaceError``.
    /// - Complexity: O(bytes).
    public static func all(
        receivedAt path: String, options: SourceOptions = SourceOptions()
    ) throws(WorkspaceError) -> [ImportSource] {
        let folder = (path.lastIndex(of: "/").map { path[...$0] } ?? "").description
        func named(_ text: String) -> String { folder.isEmpty ? text : text.replacing(folder, with: "") }
        do throws(WorkspaceError) {
            return try all(path: path, options: options).map { $0.withNames(named) }
        } catch {
            switch error {
            case .unreadable(let error): throw .unreadable(error.naming(named(error.path)))
            case .invalid(let diagnostics): throw .invalid(diagnostics.map { $0.withNames(named) })
            case .mappingNeeded(let path, let guess): throw .mappingNeeded(path: named(path), guess: guess)
            case .request(let text): throw .request(named(text))
            default: throw error
            }
        }
    }

    private func withNames(_ named: (String) -> String) -> ImportSource {
        switch self {
        case .network(let network, let path): return .network(network, path: named(path))
        case .records(var records):
            records.path = named(records.path)
            records.diagnostics = records.diagnostics.map { $0.withNames(named) }
            for position in records.tallies.indices {
                records.tallies[position].file = named(records.tallies[position].file)
            }
            for position in records.unusedFiles.indices {
                records.unusedFiles[position].file = named(records.unusedFiles[position].file)
            }
            if let owner = records.owner { records.owner?.place.file = named(owner.place.file) }
            for position in records.contacts.indices {
                records.contacts[position].place.file = named(records.contacts[position].place.file)
            }
            for position in records.talks.indices {
                records.talks[position].place.file = named(records.talks[position].place.file)
            }
            for position in records.applications.indices {
                records.applications[position].place.file = named(records.applications[position].place.file)
            }
            return .records(records)
        }
    }
}

extension Diagnostic {
    fileprivate func withNames(_ named: (String) -> String) -> Diagnostic {
        var diagnostic = self
        diagnostic.file = named(file)
        diagnostic.found = named(found)
        diagnostic.expected = named(expected)
        diagnostic.hint = named(hint)
        return diagnostic
    }
}

extension ReadError {
    fileprivate var path: String {
        switch self {
        case .noSuchFile(let path), .notPermitted(let path), .isFolder(let path), .tooLarge(let path, _),
            .failed(let path, _):
            path
        }
    }

    fileprivate func naming(_ name: String) -> ReadError {
        switch self {
        case .noSuchFile: .noSuchFile(path: name)
        case .notPermitted: .notPermitted(path: name)
        case .isFolder: .isFolder(path: name)
        case .tooLarge(_, let limit): .tooLarge(path: name, limit: limit)
        case .failed(_, let reason): .failed(path: name, reason: reason)
        }
    }
}
