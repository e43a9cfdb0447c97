import Foundations
private import Glibc
private import SystemInterface

/// Opens an address in the user's browser, as the desktop has it.
///
/// Other users of the machine can read the arguments of programs, so the address with its token is not one: it stands in a
/// file for the user alone, which is opened and leads there.
struct BrowserOpener {
    /// The file; there as long as the address is of use.
    private let path: String

    /// - Parameter folder: A folder for the user's temporary files.
    init(folder: String) { path = "\(folder)/rebound-\(getpid()).html" }

    /// Writes the file, and asks the desktop to open it.
    /// - Parameter address: The address, of characters that mean nothing in markup.
    /// - Returns: Whether there is a program that opens it.
    func open(_ address: String) -> Bool {
        let page = """
            <!DOCTYPE html><meta charset="utf-8"><title>Rebound</title>\
            <meta http-equiv="refresh" content="0;url=\(address)"><p><a href="\(address)">Rebound</a></p>
            """
        guard (try? AtomicFile.write(Array(page.utf8), to: path, sparing: ProtectedFiles())) != nil else {
            return false
        }
        return OtherProgram.run("xdg-open", path)
    }

    /// Removes the file.
    func close() { _ = path.withSystemPath { unlink($0) } }
}
