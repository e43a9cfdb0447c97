import Foundations
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(
        "The digests of NIST's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func examples(message: String, digest: String) {
        #expect(hexadecimal(SHA256(message.utf8).digest) == digest)
    }

    @Test("A million letters a")
    func million() {
        #expect(
            hexadecimal(SHA256([UInt8](repeating: 0x61, count: 1_000_000)).digest)
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("Every length about a block's end has its own digest, and base 64 of 44 characters")
    func lengths() {
        let digests = (0...130).map { SHA256([UInt8](repeating: 7, count: $0)) }
        #expect(Set(digests.map(\.digest)).count == 131)
        #expect(digests.allSatisfy { $0.base64.count == 44 && $0.base64.hasSuffix("=") })
        #expect(SHA256("".utf8).base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }
}
