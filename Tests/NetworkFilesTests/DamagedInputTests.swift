import Foundations
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

/// Whatever the bytes are, a reader returns, and either gives a valid network or says what is wrong.
@Suite struct DamagedInputTests {
    private let replacements = Array("\"\\,;|\n\r\t {}[]:0-9e.'=u".utf8) + [0, 0x80, 0xC3, 0xED, 0xFF]

    private func damaged(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<1 + Int(random.unit() * 3) where !bytes.isEmpty {
            let position = Int(random.unit() * Double(bytes.count))
            let byte = replacements[Int(random.unit() * Double(replacements.count))]
            switch Int(random.unit() * 4) {
            case 0: bytes[position] = byte
            case 1: bytes.insert(byte, at: position)
            case 2: bytes.remove(at: position)
            default: bytes.removeSubrange(position..<min(bytes.count, position + Int(random.unit() * 40)))
            }
        }
        return bytes
    }

    private func isSound(_ result: ReadResult) -> Bool {
        let hasError = result.diagnostics.contains { $0.severity == .error }
        let isPrintable = result.diagnostics.allSatisfy { diagnostic in
            diagnostic.description.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        }
        return isPrintable && hasError == (result.network == nil)
            && result.network.map { $0.issues().isEmpty } != false
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func jsonNeverSurprises(seed: UInt64) {
        var networks = RandomNetworks(seed: seed)
        let bytes = NetworkJSONWriter.bytes(of: networks.network(size: 2))
        var random = SeededRandom(seed: seed)
        for _ in 0..<20 {
            let result = NetworkJSONReader.read(
                bytes: damaged(bytes, &random), file: "net.json", asOf: Timestamp(CalendarDay(number: 20_000))
            )
            #expect(isSound(result))
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func tablesNeverSurprise(seed: UInt64) {
        var networks = RandomNetworks(seed: seed)
        let tables = NetworkCSVWriter.tables(of: networks.network(size: 2))
        var random = SeededRandom(seed: seed)
        for _ in 0..<20 {
            let damagedTable = Int(random.unit() * Double(tables.count))
            let result = NetworkCSVReader.read(
                tables: tables.indices.map { index in
                    let (name, bytes) = tables[index]
                    return (name, index == damagedTable ? damaged(bytes, &random) : bytes)
                }, folder: "net", asOf: Timestamp(CalendarDay(number: 20_000)))
            #expect(isSound(result))
        }
    }
}
