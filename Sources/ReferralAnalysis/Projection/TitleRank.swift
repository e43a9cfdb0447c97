/// How high a job title stands, read off its English words; decides how many reports are assumed.
enum TitleRank: Equatable {
    case executive, head, director, manager, recruiter, other

    init(_ title: String) {
        let words = Set(title.lowercased().split { !$0.isLetter }.map(String.init))
        func has(_ any: Set<String>) -> Bool { !words.isDisjoint(with: any) }
        if has(["assistant", "associate", "junior", "intern", "former"]) {
            self = .other
        } else if has(["recruiter", "recruiting", "talent", "sourcer"]) {
            self = .recruiter
        } else if has(["vp", "svp", "evp", "head"]) || words.isSuperset(of: ["vice", "president"]) {
            self = .head
        } else if has([
            "founder", "cofounder", "chief", "ceo", "cto", "cfo", "coo", "cmo", "cio", "cpo", "president",
        ])
            || (has(["executive"]) && !has(["account", "sales"]))
            || (has(["owner"]) && !has(["product", "process"]))
        {
            self = .executive
        } else if has(["director"]) {
            self = .director
        } else if has(["manager", "lead", "leader", "supervisor"]) {
            self = .manager
        } else {
            self = .other
        }
    }
}
