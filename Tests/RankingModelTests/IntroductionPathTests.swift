import GraphAlgorithms
import RankingModel
import Testing

@Suite("Introduction path")
struct IntroductionPathTests {
    @Test("the weakest hop is named")
    func weakest() {
        func weakest(_ hops: [Double]) -> Int? {
            IntroductionChain(
                nodes: Array(0...NodeID(hops.count)), hopProbabilities: hops, probability: hops.reduce(1, *)
            ).weakestHop
        }
        #expect(weakest([]) == nil)
        #expect(weakest([0.9, 0.5, 0.5]) == 1)
        #expect(weakest([0.9, 0.95, 0.95]) == 0)
    }

    @Test("of ties, a recorded strength goes before dates, and dates before nothing")
    func tieProbability() throws {
        let search = try IntroductionPath()
        #expect(search.tieProbability() == 0.5)
        #expect(search.tieProbability(daysSinceContact: 0) == 1)
        #expect(search.tieProbability(daysSinceContact: -3) == 1)
        #expect(abs(search.tieProbability(daysSinceContact: 30) - (0.2 + 0.36787944117144233) / 1.2) < 1e-12)
        #expect(abs(search.tieProbability(daysSinceContact: .infinity) - 0.2 / 1.2) < 1e-12)
        #expect(search.tieProbability(recordedStrength: 0.7, daysSinceContact: 0) == 0.7)
        #expect(search.tieProbability(recordedStrength: 0) == 1e-6)
        #expect(search.tieProbability(recordedStrength: 3) == 1)
    }

    @Test("a tie that an import guessed counts half, unless someone recorded its strength")
    func inferredTie() throws {
        let search = try IntroductionPath()
        #expect(search.tieProbability(isInferred: true) == search.tieProbability() / 2)
        #expect(
            search.tieProbability(daysSinceContact: 30, isInferred: true)
                == 0.5 * search.tieProbability(daysSinceContact: 30))
        #expect(search.tieProbability(recordedStrength: 0.7, isInferred: true) == 0.7)
    }
}
