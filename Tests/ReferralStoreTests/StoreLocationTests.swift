import ReferralStore
import Testing

@Suite("Where the store is") struct StoreLocationTests {
    @Test(
        "An option goes before REBOUND_DB, that before XDG_DATA_HOME, that before HOME",
        arguments: [
            ("a.db", ["REBOUND_DB": "b.db", "HOME": "/home/mia"], "a.db"),
            (nil, ["REBOUND_DB": "b.db", "XDG_DATA_HOME": "/data"], "b.db"),
            (
                nil, ["REBOUND_DB": "", "XDG_DATA_HOME": "/data", "HOME": "/home/mia"],
                "/data/rebound/network.db"
            ),
            (nil, ["XDG_DATA_HOME": "/data/"], "/data/rebound/network.db"),
            (
                nil, ["XDG_DATA_HOME": "data", "HOME": "/home/mia"],
                "/home/mia/.local/share/rebound/network.db"
            ),
            (nil, ["XDG_DATA_HOME": "", "HOME": "/home/mia/"], "/home/mia/.local/share/rebound/network.db"),
            ("", ["HOME": "/"], "/.local/share/rebound/network.db"),
        ] as [(String?, [String: String], String)])
    func order(option: String?, environment: [String: String], path: String) throws {
        #expect(try StoreLocation.path(option: option, environment: environment) == path)
    }

    @Test("Without a folder to go to it is an error", arguments: [[:], ["HOME": ""], ["HOME": "home"]])
    func homeless(environment: [String: String]) {
        #expect(throws: StoreError.homeMissing) {
            try StoreLocation.path(option: nil, environment: environment)
        }
    }
}
