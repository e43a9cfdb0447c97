internal import ReferralGraph

extension TableLayout {
    static let network = Self()
    static let people = Self(
        Person.self, .people,
        extra: ("seeker", after: "otherNames"))
    static let companies = Self(Company.self, .companies)
    static let opportunities = Self(Opportunity.self, .opportunities)
    static let ties = Self(Tie.self, .ties)
    static let referrals = Self(Referral.self, .referrals)
    static let interactions = Self(Interaction.self, .interactions)
    static let targets = Self(Target.self, .targets)
}
