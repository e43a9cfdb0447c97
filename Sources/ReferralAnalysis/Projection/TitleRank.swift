/// How high a job title stands, read off its English words; decides how many reports are assumed.
enum TitleRank: Equatable {
    case executive, head, director, manager, recruiter, other

    private static let subordinate: Set<String> = ["assistant", "associate", "junior", "intern", "former"]
    private static let recruiting: Set<String> = ["recruiter", "recruiting", "talent", "sourcer"]
    private static let heads: Set<String> = ["vp", "svp", "evp", "head"]
    private static let chiefs: Set<String> = [
        "founder", "cofounder", "chief", "ceo", "cto", "cfo", "coo", "cmo", "cio", "cpo", "president",
    ]
    private static let managers: Set<String> = ["manager", "lead", "leader", "supervisor"]
    private static let sellers: Set<String> = ["account", "sales"]
    private static let owned: Set<String> = ["product", "process"]

    init(_ title: String) {
        let words = title.lowercased().utf8.split { !($0 >= 97 && $0 <= 122 || $0 >= 128) }.map {
            String($0) ?? ""
        }
        func has(_ any: Set<String>) -> Bool { words.contains(where: any.contains) }
        if has(Self.subordinate) {
            self = .other
        } else if has(Self.recruiting) {
            self = .recruiter
        } else if has(Self.heads) || (words.contains("vice") && words.contains("president")) {
            self = .head
        } else if has(Self.chiefs) || (words.contains("executive") && !has(Self.sellers))
            || (words.contains("owner") && !has(Self.owned))
        {
            self = .executive
        } else if words.contains("director") {
            self = .director
        } else if has(Self.managers) {
            self = .manager
        } else {
            self = .other
        }
    }
}
