import ReferralAnalysis
import Testing

@Suite("Probabilities in words")
struct LikelihoodTests {
    @Test(
        "the words are those of the published scale",
        arguments: [
            (0.0, "almost no chance"), (0.03, "almost no chance"), (0.06, "very unlikely"),
            (0.19, "very unlikely"), (0.2, "unlikely"), (0.33, "unlikely"), (0.44, "unlikely"),
            (0.45, "an even chance"), (0.5, "an even chance"), (0.54, "an even chance"), (0.55, "likely"),
            (0.79, "likely"), (0.8, "very likely"), (0.94, "very likely"), (0.95, "almost certain"),
            (1.0, "almost certain"),
        ])
    func words(probability: Double, words: String) { #expect(Likelihood(probability).words == words) }

    @Test(
        "a likelier thing never has the words of a less likely one, and the words fit the number beside them")
    func order() throws {
        var terms: [String] = []
        var wordsOf: [String: String] = [:]
        for step in 0...10_000 {
            let likelihood = Likelihood(Double(step) / 10_000)
            if terms.last != likelihood.words { terms.append(likelihood.words) }
            let before = wordsOf.updateValue(likelihood.words, forKey: likelihood.percent)
            #expect(before == nil || before == likelihood.words, "\(likelihood.both)")
            #expect(likelihood.both == "\(likelihood.percent), \(likelihood.words)")
        }
        #expect(Set(terms).count == terms.count && terms.count == 7)
        // What is likelier than not is said to be likely, and the other way round.
        #expect(Likelihood(0.6).words.hasSuffix("likely") && !Likelihood(0.6).words.contains("un"))
        #expect(Likelihood(0.4).words == "unlikely")
    }

    @Test("no chance and certainty are said only of what is")
    func ends() {
        #expect(Likelihood(0.001).percent == "under 1%" && Likelihood(0.999).percent == "over 99%")
        #expect(Likelihood(0).percent == "0%" && Likelihood(1).percent == "100%")
        #expect(Likelihood(-1).percent == "0%" && Likelihood(2).percent == "100%")
        #expect(Likelihood(.nan).percent == "0%")
    }
}
