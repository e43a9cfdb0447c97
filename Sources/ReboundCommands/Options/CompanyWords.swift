/// `--at` and `--company` in commands that take the company, or the role, as an argument.
enum CompanyWords {
    /// The arguments with the company where the command has it: `opening "Data lead" --at Northgate` is
    /// `opening Northgate "Data lead"`, and `stage "data lead" offer --at Northgate` is `stage "data lead Northgate" offer`.
    static func written(_ arguments: [String]) -> [String] {
        guard let command = arguments.first, let use = uses[command],
            let place = arguments.firstIndex(where: { ["--at", "--company"].contains($0) }),
            arguments.indices.contains(place + 1), !arguments[place + 1].hasPrefix("-")
        else { return arguments }
        let company = arguments[place + 1]
        var words = arguments
        words.removeSubrange(place...place + 1)
        switch use {
        case .argument(let position) where position <= words.count: words.insert(company, at: position)
        case .role where words.count > 1 && !words[1].hasPrefix("-"): words[1] += " \(company)"
        case .destination where !words.contains("--to"): words += ["--to", company, "--company"]
        default: return arguments
        }
        return words
    }

    private enum Use {
        /// The company is an argument, at a position behind the command.
        case argument(Int)
        /// The company tells which role is meant.
        case role
        /// The company is where to get to.
        case destination
    }

    private static let uses: [String: Use] = [
        "who": .argument(1), "want": .argument(1), "opening": .argument(1), "signal": .argument(2),
        "reject": .role, "stage": .role, "offer": .role, "reposted": .role,
        "close": .role, "path": .destination,
    ]
}
