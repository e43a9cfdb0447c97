internal import Foundations
internal import Glibc
internal import SystemInterface

/// The paths of the files with certain endings, in lower case, in a folder and the folders within, in order.
func filePaths(under root: String, endings: [String]) throws(ReadError) -> [String] {
    try filePaths(under: root, limit: ArchiveLimits.standard.entries)
        .filter { path in endings.contains(where: path.lowercased().hasSuffix) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The paths of the files in a folder and the folders within, those of hidden ones and links to folders
/// left out.
func filePaths(under root: String, limit: Int) throws(ReadError) -> [String] {
    var names: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
        for name in try FileBytes.names(inFolder: root + "/" + folder) where !name.hasPrefix(".") {
            let path = folder + name
            var status = stat()
            guard (root + "/" + path).withSystemPath({ lstat($0, &status) }) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                folders.append(path + "/")
            } else if status.st_mode & S_IFMT == S_IFREG {
                names.append(path)
            }
            guard names.count + folders.count <= limit else {
                throw .failed(path: root, reason: "there are more than \(limit) files in it")
            }
        }
    }
    return names
}
