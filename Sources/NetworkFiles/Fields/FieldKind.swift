internal import Foundations
internal import ReferralGraph

/// What the value of a field must be, for the schema and the pages that explain the files; they are written by tests.
indirect enum FieldKind: Sendable {
    /// Text that shows something, and any text.
    case text, anyText
    case identifier, day, time, webAddress, timeZone
    /// One of some words.
    case words(@Sendable () -> [String])
    case flag
    case integer(ClosedRange<Int>)
    /// A number above 0, at most 1.
    case fraction
    /// This text, this number.
    case constant(String)
    case version(Int)
    /// An object, by the name of its kind.
    case object(String)
    case list(of: FieldKind, isSet: Bool = false, least: Int? = nil, most: Int? = nil)
}
