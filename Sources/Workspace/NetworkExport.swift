public import Foundations
internal import Glibc
public import NetworkEditing
public import NetworkFiles
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import SourceReaders
internal import SystemInterface

/// A network on its way to another program.
public struct NetworkExport: Sendable {
    private let opened: OpenedNetwork
    private let format: ExportFormat
    private let asToDos: Bool
    private let guardsFormulas: Bool

    /// Makes an export.
    /// - Parameters:
    ///   - opened: The network; files that hold all of it hold later facts, too, graphs and cards what was known at the
    ///     moment looked from.
    ///   - format: What to write.
    ///   - asToDos: Whether a calendar has to-dos in place of events.
    ///   - guardsFormulas: Whether cells of tables that a spreadsheet would take for a formula get an apostrophe.
    public init(
        _ opened: OpenedNetwork, format: ExportFormat, asToDos: Bool = false, guardsFormulas: Bool = true
    ) {
        self.opened = opened
        self.format = format
        self.asToDos = asToDos
        self.guardsFormulas = guardsFormulas
    }

    /// The export as one file.
    /// - Throws: ``WorkspaceError``.
    /// - Precondition: The format is not ``NetworkFiles/ExportFormat/csv``, which makes a folder.
    public func bytes() throws(WorkspaceError) -> [UInt8] {
        let analysis = opened.analysis
        switch format {
        case .json: return NetworkJSONWriter.bytes(of: opened.network)
        case .csv: preconditionFailure("tables go to a folder")
        case .vCard:
            let network = analysis.network
            let others = network.people.filter {
                $0.id != network.seeker && analysis.shown?.contains($0.id) ?? true
            }
            return VCardWriter.bytes(of: others, companies: network.companies, on: analysis.asOf.day)
        case .iCalendar:
            do {
                return try DueStepCalendar(analysis).bytes(todo: asToDos)
            } catch {
                throw .input("\(error)")
            }
        default: return format.bytes(of: GraphExport(analysis.network)) ?? []
        }
    }

    /// Writes the export to a file or, for tables, a folder, made if need be; each file is there in full or not at all.
    ///
    /// A new folder is for its owner only (mode 0700), as new files are.
    /// - Parameter spared: What is not to be overwritten.
    /// - Throws: ``WorkspaceError``.
    public func write(to path: String, sparing spared: ProtectedFiles) throws(WorkspaceError) {
        do throws(WriteError) {
            if format == .csv {
                try spared.check(path)
                // What stands in the way is said by the first table.
                _ = path.withSystemPath { mkdir($0, 0o700) }
                try NetworkCSVWriter.write(
                    opened.network, toFolder: path, sparing: spared, guardsFormulas: guardsFormulas)
                return
            }
        } catch {
            throw .unwritable(error)
        }
        let bytes = try bytes()
        do { try AtomicFile.write(bytes, to: path, sparing: spared) } catch { throw .unwritable(error) }
    }

    /// Brings a folder of cards up to date, made if need be (mode 0700); each file is there in full or not at all.
    /// - Parameter spared: What is not to be overwritten.
    /// - Returns: What was written, and what stays as it is.
    /// - Throws: ``WorkspaceError``.
    public static func writeCards(
        of opened: OpenedNetwork, to folder: String, sparing spared: ProtectedFiles
    ) throws(WorkspaceError) -> CardExport {
        do throws(WriteError) { try spared.check(folder) } catch { throw .unwritable(error) }
        _ = folder.withSystemPath { mkdir($0, 0o700) }
        let existing = try readable { () throws(ReadError) in try CardFile.files(inFolder: folder) }
        let analysis = opened.analysis
        let export = CardExport(
            of: analysis.network, showing: analysis.shown, on: analysis.asOf.day, into: existing, in: folder)
        for (path, bytes) in export.files {
            do { try AtomicFile.write(bytes, to: "\(folder)/\(path)", sparing: spared) } catch {
                throw .unwritable(error)
            }
        }
        return export
    }
}
