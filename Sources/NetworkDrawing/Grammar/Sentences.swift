/// Lines as one text, each ended by a full stop.
func sentences(_ lines: [String]) -> String {
    lines.filter { !$0.isEmpty }.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
}
