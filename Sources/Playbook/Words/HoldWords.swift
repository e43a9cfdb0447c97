import ReferralGraph

/// Why someone is left alone, in words.
enum HoldWords {
    static func noContact(with name: String) -> String { "no contact with \(name)" }

    static func ownEmployer(_ name: String) -> String {
        "works at \(name), as you do; your search stays confidential"
    }

    static func oneVoice(_ name: String, role: String) -> String {
        "while “\(role)” is open, \(name) is the one to talk to there"
    }

    static func accepted(_ role: String) -> String { "you accepted “\(role)”" }

    static func reason(_ time: StatedTime) -> String {
        switch time.kind {
        case .wish(let name): "\(name) is not to be contacted before \(time.until)"
        case .hold(let role, let day): "“\(role)” is on hold until \(day)"
        case .promise(let name, let day): "\(name) named a day: \(day)"
        case .reply(let name): "\(name) will be in touch; give it until \(time.until)"
        case .appointment(let name, let day): "you talk with \(name) on \(day)"
        case .closing(let role, let day): "applications for “\(role)” close on \(day)"
        case .away(let day): "away until \(day)"
        }
    }
}
