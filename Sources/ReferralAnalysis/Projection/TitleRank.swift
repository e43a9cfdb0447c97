/// How high a job title stands, read off its English words; decides how many reports are assumed.
enum TitleRank: Equatable {
    case executive, head, director, manager, recruiter, other

    /// What the words of a title say.
    private struct Sense: OptionSet {
        let rawValue: Int

        static let subordinate = Sense(rawValue: 1)
        static let recruiting = Sense(rawValue: 2)
        static let head = Sense(rawValue: 4)
        static let chief = Sense(rawValue: 8)
        static let manager = Sense(rawValue: 16)
        /// An executive of these sells.
        static let seller = Sense(rawValue: 32)
        /// An owner of these answers for a thing, not for people.
        static let owned = Sense(rawValue: 64)
        static let vice = Sense(rawValue: 128)
        static let president = Sense(rawValue: 256)
        static let executive = Sense(rawValue: 512)
        static let owner = Sense(rawValue: 1024)
        static let director = Sense(rawValue: 2048)
    }

    private static let senses: [String: Sense] = [
        "assistant": .subordinate, "associate": .subordinate, "junior": .subordinate, "intern": .subordinate,
        "former": .subordinate, "recruiter": .recruiting, "recruiting": .recruiting, "talent": .recruiting,
        "sourcer": .recruiting, "vp": .head, "svp": .head, "evp": .head, "head": .head, "founder": .chief,
        "cofounder": .chief, "chief": .chief, "ceo": .chief, "cto": .chief, "cfo": .chief, "coo": .chief,
        "cmo": .chief, "cio": .chief, "cpo": .chief, "president": [.chief, .president], "vice": .vice,
        "manager": .manager, "lead": .manager, "leader": .manager, "supervisor": .manager, "account": .seller,
        "sales": .seller, "product": .owned, "process": .owned, "executive": .executive, "owner": .owner,
        "director": .director,
    ]

    init(_ title: String) {
        var said: Sense = []
        for word in title.utf8.split(whereSeparator: { !(97...122 ~= $0 | 0x20 || $0 >= 128) }) {
            if let sense = Self.senses[Substring(word).lowercased()] { said.formUnion(sense) }
        }
        if said.contains(.subordinate) {
            self = .other
        } else if said.contains(.recruiting) {
            self = .recruiter
        } else if said.contains(.head) || said.isSuperset(of: [.vice, .president]) {
            self = .head
        } else if said.contains(.chief) || said.contains(.executive) && !said.contains(.seller)
            || said.contains(.owner) && !said.contains(.owned)
        {
            self = .executive
        } else if said.contains(.director) {
            self = .director
        } else if said.contains(.manager) {
            self = .manager
        } else {
            self = .other
        }
    }
}
