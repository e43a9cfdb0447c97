extension Person {
    /// The employments that hold on `day`, the main one first: people have two jobs, or a seat on a board.
    ///
    /// Beside the main one those count that were known since it began; an older one whose end no one has recorded does not.
    /// - Complexity: O(employments).
    public func currentEmployments(on day: CalendarDay) -> [Employment] {
        guard let main = employment(on: day), let position = employments.lastIndex(of: main) else {
            return []
        }
        var others = employments
        others.remove(at: position)
        return [main]
            + others.filter { job in
                let known = [job.from, job.confirmed].compactMap(\.self).max()
                return job.holds(on: day) && job.company != main.company
                    && (main.from.map { from in known.map { $0 >= from } ?? false } ?? (job.from == nil))
            }
    }
}
