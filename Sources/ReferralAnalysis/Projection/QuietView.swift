import ReferralGraph

extension ReferralNetwork {
    /// The network for someone who does not want to look at rejections: the roles that were refused, what was said when they
    /// were, and the lines that closed a conversation are not in it. People, and what else passed, stay.
    ///
    /// What is due is found in the whole network; only what is shown comes from this one.
    /// - Complexity: O(size of the network).
    func withoutRefusals() -> ReferralNetwork {
        var quiet = self
        let refused = Set(opportunities.filter { $0.rejection != nil }.map(\.id))
        let days = Dictionary(
            opportunities.compactMap { role in role.rejection.map { (role.id, $0.date.day) } },
            uniquingKeysWith: { first, _ in first })
        // The story of a search tells of its rejections.
        if !refused.isEmpty { quiet.summary = nil }
        quiet.opportunities.removeAll { refused.contains($0.id) }
        for index in quiet.opportunities.indices {
            quiet.opportunities[index].stages.removeAll { $0.stage == .rejected }
        }
        quiet.interactions = interactions.compactMap { interaction in
            let isLastWord = interaction.closesThread && interaction.direction != .outgoing
            let day = interaction.opportunity.flatMap { days[$0] }
            let isOfRefusal = interaction.direction != .outgoing && day == interaction.date.day
            if isLastWord || isOfRefusal || interaction.purposes.contains(.decline) { return nil }
            var shown = interaction
            if let opportunity = shown.opportunity, refused.contains(opportunity) {
                shown.opportunity = nil
                shown.thread = nil
                // What was said about a refused role may say that it was.
                if let day, interaction.date.day >= day {
                    shown.subject = nil
                    shown.note = nil
                }
            }
            return shown
        }
        let shown = Set(quiet.interactions.compactMap(\.id))
        for index in quiet.referrals.indices {
            if let opportunity = quiet.referrals[index].opportunity, refused.contains(opportunity) {
                quiet.referrals[index].opportunity = nil
            }
            if let interaction = quiet.referrals[index].interaction, !shown.contains(interaction) {
                quiet.referrals[index].interaction = nil
            }
        }
        return quiet
    }
}
