/// What is wrong with the text of one field.
package struct FieldComplaint: Error, Equatable {
    /// What kind of mistake it is.
    package var identifier: Diagnostic.Kind
    /// What should have been there, in words.
    package var expected: String
    /// What to do about it.
    package var hint: String

    /// Makes a complaint.
    package init(_ identifier: Diagnostic.Kind, expected: String, hint: String) {
        self.identifier = identifier
        self.expected = expected
        self.hint = hint
    }
}
