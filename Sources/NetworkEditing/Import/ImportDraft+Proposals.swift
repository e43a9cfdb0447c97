internal import ReferralGraph
internal import SourceReaders

extension ImportDraft {
    /// Adds what the seeker's own source proposes and the network does not know yet: neither wanted nor proposed nor declined.
    mutating func takeInProposals() {
        guard !isOfSomeoneElse, !records.proposals.isEmpty else { return }
        var known = Set(network.targets.map(TargetKey.init))
        for company in network.companies where company.priority != nil {
            for name in [company.name] + company.aliases { known.insert(TargetKey(.company, name)) }
        }
        for record in records.proposals {
            var target = record.target
            guard let name = importedText(target.name, limit: .name) else { continue }
            target.name = name
            target.source = importedText(target.source, limit: .line)
            // Sources cannot speak of a later day.
            target.date = target.date.map { min($0, today) }
            target.standing = .proposed
            let key = TargetKey(target)
            guard !key.isEmpty, known.insert(key).inserted else { continue }
            network.targets.append(target)
        }
    }
}

/// What makes two targets one.
private struct TargetKey: Hashable {
    private let kind: Target.Kind
    private let name: String

    init(_ target: Target) { self.init(target.kind, target.name) }

    init(_ kind: Target.Kind, _ name: String) {
        self.kind = kind
        self.name = kind == .company ? CompanyName(name).key : foldedName(name)
    }

    var isEmpty: Bool { name.isEmpty }
}
