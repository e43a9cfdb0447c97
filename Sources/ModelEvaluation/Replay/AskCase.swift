/// One ask of an event list as things stood just before it was sent: nothing in it is from later.
struct AskCase: Equatable, Sendable {
    /// When it was sent, days.
    let days: Double
    /// The position of its message in the list.
    let message: Int
    /// Who asked.
    let ego: Int
    /// Who was asked.
    let person: Int
    /// What each variant of the model made of it.
    let models: [Model]
    /// Whether the pair had been silent for a reply window or was never in touch.
    let reopensContact: Bool
    /// Whether the pair was never in touch.
    let isFirstContact: Bool
    /// Whether the message answers nothing.
    let startsThread: Bool
    /// What the baselines read.
    let history: History
    /// Where Saturdays begin, as far as was known.
    let saturday: Double

    /// The word of one variant of the model.
    struct Model: Equatable, Sendable {
        let replyLogOdds: Double
        /// ln(1 + decayed number of their messages).
        let inboundVolume: Double
        /// What the asker's earlier silences add to the log-odds of silence.
        let silenceOffset: Double
    }

    /// Counts of the past.
    struct History: Equatable, Sendable {
        /// The seeker's settled asks to anyone, and those answered in time.
        var seekerAsks = 0
        var seekerAnswers = 0
        /// Earlier asks to this person, and those answered in time.
        var asks = 0
        var answers = 0
        /// 1 when the last of them was answered in time, -1 when it was not, 0 when there was none.
        var lastAnswer = 0
        var messagesIn = 0
        var messagesOut = 0
        /// 1000 for never.
        var daysSinceIncoming = 1000.0
        /// Either way; 1000 for never.
        var daysSinceContact = 1000.0
        /// How many people the person exchanged messages with.
        var degree = 0
        /// How many messages the person wrote or got, one for each recipient.
        var activity = 0
        /// 0 for someone who was not there at the last ranking.
        var pageRank = 0.0
        /// The mean ln of days to this person's answers, of at least three.
        var typicalLogLatency: Double?
    }
}
