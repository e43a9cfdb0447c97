/// A person's time at a school, college or university.
public struct Education: Sendable, Equatable {
    /// The school, as the person writes it.
    public var school: String
    /// The degree, with its subject where it is known.
    public var degree: String?
    /// First day; `nil` when unknown.
    public var from: CalendarDay?
    /// Last day; `nil` while it lasts or when unknown.
    public var to: CalendarDay?

    /// Makes a time at a school.
    public init(
        school: String, degree: String? = nil, from: CalendarDay? = nil, to: CalendarDay? = nil
    ) {
        self.school = school
        self.degree = degree
        self.from = from
        self.to = to
    }
}
