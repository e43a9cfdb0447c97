import Foundation
import NetworkFiles
import ReboundTestSupport
import ReferralGraph

/// A client all of whose names hold a word that no other client's do, and worse.
struct MarkedClient {
    /// The name of the file, without extension.
    let file: String
    /// In the name of everyone and everything but the shared company.
    let marker: String
    /// In the name of the one contact at the shared company.
    let contact: String
    var sharing = Sharing.nothing
    /// Whether the shared company is wanted; without it, the contact works there.
    var wants = false
    /// What is appended to every name.
    var naughty = ""
    /// How many contacts there are besides.
    var size = 3

    /// A company that all spell in their own way.
    static let shared = ["Northgate Systems", "NORTHGATE SYSTEMS, Inc.", "The Northgate Systems Ltd"]

    init(_ number: Int, sharing: Sharing = .nothing, wants: Bool = false, naughty: String = "") {
        let letters = ["Alfaz", "Bravoz", "Charliz", "Deltaz", "Echoz", "Foxtroz", "Golfaz", "Hotelz"]
        file = "\(letters[number])file"
        marker = "Qx\(letters[number])"
        contact = "Wv\(letters[number])"
        (self.sharing, self.wants, self.naughty) = (sharing, wants, naughty)
    }

    var network: ReferralNetwork {
        func name(_ word: String) -> String { naughty.isEmpty ? word : "\(word) \(naughty)" }
        var network = ReferralNetwork(
            title: name("\(marker) title"), summary: name("\(marker) summary"), seeker: "me",
            people: [Person(id: "me", name: name("\(marker) me"))], sharing: sharing)
        let spelled = Self.shared[file.utf8.count % Self.shared.count]
        network.companies = [
            Company(id: "own", name: name("\(marker) company")),
            Company(id: "north", name: spelled, priority: wants ? .a : nil),
        ]
        for number in 0..<size {
            network.people.append(
                Person(
                    id: PersonID("p\(number)"), name: name("\(marker) person \(number)"),
                    emails: ["\(marker.lowercased())\(number)@example.com"],
                    employments: [
                        Employment(company: "own", title: "Baker", from: CalendarDay("2020-01-01"))
                    ],
                    observations: [name("\(marker) observation")]))
        }
        if !wants {
            network.people.append(
                Person(
                    id: "north-contact", name: name(contact),
                    employments: [
                        Employment(company: "north", title: "Engineer", from: CalendarDay("2021-01-01"))
                    ], observations: [name("\(marker) private note")]))
        }
        network.interactions = network.people.dropFirst().map {
            Interaction(
                date: Timestamp("2026-03-02")!, people: [$0.id], channel: .meeting, direction: .mutual,
                subject: name("\(marker) subject"), note: name("\(marker) note"))
        }
        network.opportunities = [
            Opportunity(
                id: "role", title: "Head of Sales", company: "own",
                stages: [StageEvent(stage: .rejected, date: Timestamp("2026-03-20")!, people: ["p0"])],
                participants: [Participant(person: "p0", role: .hiringManager)])
        ]
        return network
    }

    func write(to folder: TemporaryFolder) throws {
        try folder.write(NetworkJSONWriter.bytes(of: network), to: "in/\(file).json")
    }

    /// Whether a file of the output is this client's own.
    func owns(_ name: String) -> Bool { name.hasPrefix("\(file).") }
}

/// Looks for what one client's files must not have.
enum ClientLeaks {
    /// Where a file of one client names another, or a file of anyone has a word it must not have; in any case of letters.
    static func names(in files: [String: Data], of clients: [MarkedClient]) -> [String] {
        files.sorted { $0.key < $1.key }.flatMap { name, bytes -> [String] in
            guard let owner = clients.first(where: { $0.owns(name) }) else { return [] }
            return clients.filter { $0.file != owner.file }.flatMap {
                words([$0.marker, $0.contact, $0.file], in: [name: bytes])
            }
        }
    }

    /// Where files, or their names, have any of some words.
    static func words(_ words: [String], in files: [String: Data]) -> [String] {
        files.sorted { $0.key < $1.key }.flatMap { name, bytes in
            let text = lowercased(Array(bytes) + [0] + Array(name.utf8))
            return words.filter { contains(text, lowercased(Array($0.utf8))) }.map { "\(name): \($0)" }
        }
    }

    /// Which files of a client are others when there are other clients: a count, a list, an order that comes of them.
    static func dependences(of client: MarkedClient, alone: [String: Data], together: [String: Data])
        -> [String]
    {
        Set(alone.keys).union(together.keys).filter(client.owns).filter { alone[$0] != together[$0] }.sorted()
    }

    private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
    }

    private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        Data(text).range(of: Data(word)) != nil
    }
}
