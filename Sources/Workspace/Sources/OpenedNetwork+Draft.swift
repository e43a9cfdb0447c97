public import Foundations
internal import Glibc
public import MessageDrafts
internal import NetworkEditing
internal import NetworkRedaction
internal import ReferralAnalysis
import ReferralGraph
internal import SystemInterface

extension OpenedNetwork {
    /// The message to one person.
    ///
    /// What reads differently without the names of others who asked not to be named is in no draft.
    /// - Throws: ``WorkspaceError``.
    public func draft(_ request: DraftRequest) throws(WorkspaceError) -> Draft {
        var shareable = network
        for index in shareable.people.indices where shareable.people[index].id == request.person {
            shareable.people[index].isConfidential = false
        }
        let others: NetworkAnalysis
        if shareable.people.contains(where: \.isConfidential) {
            do {
                others = try NetworkAnalysis(
                    of: shareable.withoutConfidentialNames(), asOf: analysis.asOf, policy: analysis.policy)
            } catch {
                throw .analysis(error)
            }
        } else {
            others = analysis
        }
        do { return try analysis.draft(request, sharing: others) } catch {
            throw .draft(error, today: analysis.asOf.day)
        }
    }
}

extension TemplateCatalog {
    /// Reads templates of the user’s, which go before the standard ones.
    /// - Parameter path: A file, a folder of `.txt` files, or `-` for standard input.
    /// - Throws: ``WorkspaceError``; ``WorkspaceError/invalid(_:)`` with everything that is wrong.
    public init(path: String) throws(WorkspaceError) {
        var templates: [MessageTemplate] = []
        var diagnostics: [Diagnostic] = []
        do throws(ReadError) {
            let isFolder = path != "-" ? try FileBytes.kind(of: path) == .folder : false
            let folder = path.hasSuffix("/") ? path : path + "/"
            let files =
                isFolder
                ? try FileBytes.names(inFolder: path).filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }
                    .map { folder + $0 } : [path]
            if files.isEmpty {
                throw ReadError.noSuchFile(path: folder + "*.txt")
            }
            for file in files {
                let bytes =
                    file == "-"
                    ? try FileBytes.readStandardInput(limit: 1 << 20)
                    : try FileBytes.read(path: file, limit: 1 << 20)
                let reading = TemplateParser.read(bytes: bytes, file: file)
                templates += reading.templates
                diagnostics += reading.diagnostics
            }
        } catch {
            throw .unreadable(error)
        }
        guard diagnostics.isEmpty else { throw .invalid(diagnostics) }
        self.init(own: templates)
    }
}

extension StandardTemplates {
    /// Writes the standard templates into a folder, which is made where it is missing.
    /// - Parameter spared: What is not to be overwritten. A file that is there is not overwritten either.
    /// - Returns: The files.
    /// - Throws: ``WorkspaceError``.
    public static func write(
        toFolder path: String, sparing spared: ProtectedFiles
    ) throws(WorkspaceError) -> [String] {
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        let files = StandardTemplates.files.map { (path: "\(folder)/\($0.name)", text: $0.text) }
        if let there = files.first(where: { (try? FileBytes.kind(of: $0.path)) != nil }) {
            throw .output(
                "\(shownPath(there.path)): is there already, and may be yours; choose another folder with -o")
        }
        _ = folder.withSystemPath { mkdir($0, 0o700) }
        for file in files {
            do { try AtomicFile.write(Array(file.text.utf8), to: file.path, sparing: spared) } catch {
                throw .unwritable(error)
            }
        }
        return files.map(\.path)
    }
}
