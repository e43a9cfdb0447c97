/// The exit codes of `sysexits.h` that Rebound uses, and the one of a check that found something.
public enum ExitCodes {
    /// All is well.
    public static let success: Int32 = 0
    /// A check found something, or nothing has the name that was asked for.
    public static let findings: Int32 = 1
    /// Wrong usage.
    public static let usage: Int32 = 64
    /// The input is not what it should be.
    public static let badData: Int32 = 65
    /// The input does not exist or cannot be opened.
    public static let noInput: Int32 = 66
    /// A defect of Rebound, or a drawing that failed.
    public static let internalError: Int32 = 70
    /// The output cannot be created.
    public static let cannotCreate: Int32 = 73
    /// Reading or writing failed.
    public static let inputOutput: Int32 = 74
    /// Someone else is at it; try again.
    public static let busy: Int32 = 75
    /// The network belongs to someone else.
    public static let noPermission: Int32 = 77
    /// The environment does not say what has to be known.
    public static let configuration: Int32 = 78
}
