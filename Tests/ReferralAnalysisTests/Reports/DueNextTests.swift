import AnalysisTestSupport
import DateLiterals
import Foundation
import NetworkFiles
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("What comes next with some people")
struct DueNextTests {
    /// Networks of the samples, by file name.
    private static let samples: [(name: String, network: ReferralNetwork)] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Samples")
        var samples: [(name: String, network: ReferralNetwork)] = []
        for part in [folder, folder.appending(path: "cohort")] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: part.path)) ?? []
            for name in names.sorted() where name.hasSuffix(".json") && !name.hasSuffix("schema.json") {
                let path = part.appending(path: name).path
                guard name != "thousand.json", let read = try? NetworkReader.read(path: path, asOf: nil),
                    let network = read.network
                else { continue }
                samples.append((name, network))
            }
        }
        return samples
    }()

    /// The network with the interactions alone that bear on some people.
    private func part(of network: ReferralNetwork, bearingOn people: [PersonID]) -> ReferralNetwork {
        var empty = network
        empty.interactions = []
        let bearing = DueNext.Bearing(on: people, in: empty)
        var part = network
        part.interactions.removeAll { interaction in
            bearing.people.isDisjoint(with: interaction.people)
                && !(interaction.opportunity.map(bearing.opportunities.contains) ?? false)
        }
        return part
    }

    @Test(
        "is what the whole analysis says of them, from the interactions that bear on them",
        arguments: [
            "2026-02-20", "2026-03-20", "2026-04-10",
        ])
    func samplesInPart(day: String) throws {
        let asOf = try #require(Timestamp(day))
        var left = 0
        var count = 0
        for (name, network) in Self.samples {
            let steps = try NetworkAnalysis(of: network, asOf: asOf).steps
            for person in network.people.map(\.id) {
                let part = part(of: network, bearingOn: [person])
                left += network.interactions.count - part.interactions.count
                let due = try DueNext(with: [person], in: part, asOf: asOf).steps
                #expect(due == steps.filter { $0.person == person }, "\(name), \(person)")
                count += due.count
            }
        }
        // Something was left out, and something was due.
        #expect(left > 1000 && count > 100)
    }

    @Test("The same in networks made at random", arguments: 0..<60 as Range<UInt64>)
    func randomInPart(seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 12)
        let asOf: Timestamp = networks.network().interactions.map(\.date).max() ?? "2026-04-10"
        let steps = try NetworkAnalysis(of: network, asOf: asOf).steps
        for person in network.people.map(\.id) {
            let due = try DueNext(with: [person], in: part(of: network, bearingOn: [person]), asOf: asOf)
                .steps
            #expect(due == steps.filter { $0.person == person }, "\(person)")
        }
        #expect(try DueNext(with: [], in: network, asOf: asOf).steps == [])
        let all = try DueNext(with: network.people.map(\.id), in: network, asOf: asOf).steps
        #expect(all == steps)
    }
}
