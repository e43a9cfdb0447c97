/// The header fields that keep a page private, on every answer.
enum SecurityHeaders {
    /// The policy of a page that names none: nothing is loaded, nothing runs.
    private static let strictest = "default-src 'none'; base-uri 'none'; form-action 'none'"

    /// The header fields of an answer, apart from what frames its body.
    static func fields(of response: PageResponse) -> [(name: String, value: String)] {
        var fields = [
            ("Cache-Control", "no-store"),
            // The first directive of a name holds, so that no page allows what the server does not.
            ("Content-Security-Policy", "frame-ancestors 'none'; " + (response.contentPolicy ?? strictest)),
            ("Content-Type", response.type),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            (
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
            ),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
        ]
        if let name = response.savedAs { fields.append(("Content-Disposition", attachment(named: name))) }
        return fields
    }

    /// A `Content-Disposition` (RFC 6266) that has a browser save the body under a name: in ASCII for old browsers, and
    /// whole (RFC 8187).
    static func attachment(named name: String) -> String {
        let safe = FileName.component(of: name) ?? "download"
        var plain = ""
        var encoded = ""
        for byte in safe.utf8 {
            let character = Character(Unicode.Scalar(byte))
            let isUnreserved =
                byte < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
            if isUnreserved {
                encoded.append(character)
            } else {
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        for scalar in safe.unicodeScalars {
            plain.unicodeScalars.append(
                (0x20..<0x7F).contains(scalar.value) && !"\"\\%".unicodeScalars.contains(scalar)
                    ? scalar : "_")
        }
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }
}
