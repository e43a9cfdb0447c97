internal import COptional

/// A library of the system that is loaded when it is first needed.
package enum OptionalLibrary: Sendable {
    /// Unpacks archives.
    case libarchive
    /// Takes mails apart.
    case gmime
    /// Writes calendars.
    case libical
    /// Draws.
    case graphviz

    private var library: rebound_library {
        switch self {
        case .libarchive: REBOUND_LIBARCHIVE
        case .gmime: REBOUND_GMIME
        case .libical: REBOUND_LIBICAL
        case .graphviz: REBOUND_GRAPHVIZ
        }
    }

    /// The file that the loader of the system looks for.
    package var file: String { String(cString: rebound_library_file(library)) }

    /// Whether it can be loaded.
    package var isThere: Bool { rebound_library_is_there(library) }

    /// The package of Debian that has it.
    package var debianPackage: String { String(cString: rebound_library_package(library)) }

    /// The command that installs it.
    package var install: String { "apt-get install \(debianPackage)" }

    /// What is wrong where it cannot be loaded, and the command that mends it.
    package var missing: String { "\(String(cString: rebound_library_name(library))) is missing: \(install)" }
}
