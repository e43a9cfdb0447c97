internal import Foundations

/// What can be wrong with the lines of an edge list, as diagnostics.
enum EdgeListProblem {
    /// A text without an edge.
    static func nothing(in file: String) -> Diagnostic {
        Diagnostic(
            .fileEmpty, file: file, found: "no edges", expected: GraphFileName.expectation,
            hint: "was it saved completely?")
    }

    /// A line that is no edge.
    static func malformed(_ line: Int, text: String, expected: String, file: String) -> Diagnostic {
        let isWeight = expected.contains("weight")
        let kind: Diagnostic.Kind =
            isWeight ? .numberInvalid : expected.contains("quotes") ? .quoteUnterminated : .rowRagged
        return Diagnostic(
            kind, file: file, line: line, found: "\"\(text)\"",
            expected: expected == "two names" ? "two names or numbers" : expected,
            hint: isWeight
                ? "without --weighted the column of weights is passed over"
                : "a line that is no edge begins with #; --heading passes over lines at the top")
    }
}
