internal import Foundations

/// Why no calendar could be written.
public enum CalendarError: Error, Equatable, Sendable {
    /// The library that writes calendars is not installed, or is another version; its file name.
    case libraryMissing(String)
    /// The library gave no text.
    case outOfMemory
}

extension CalendarError: CustomStringConvertible {
    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .libraryMissing(let name):
            "libical is missing (\(name) cannot be loaded): \(OptionalLibrary.libical.install)"
        case .outOfMemory: "not enough memory for the calendar"
        }
    }
}
