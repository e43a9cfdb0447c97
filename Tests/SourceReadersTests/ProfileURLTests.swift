import ReboundTestSupport
import SourceReaders
import Testing

@Suite struct ProfileURLTests {
    @Test(arguments: [
        "https://www.linkedin.com/in/anne-doe", "http://linkedin.com/in/anne-doe/",
        "www.linkedin.com/in/Anne-Doe",
        "LinkedIn.com/in/anne-doe?locale=en_US", "https://de.linkedin.com/in/anne-doe#about",
        "https://www.linkedin.com/in/anne-doe/en", " https://www.linkedin.com/in/anne%2Ddoe// ",
    ])
    func spellingsOfOneAddressHaveOneKey(url: String) {
        #expect(profileURLKey(url) == "linkedin.com/in/anne-doe")
    }

    @Test func lettersBeyondASCIIAreThemselves() {
        let key = profileURLKey("https://www.linkedin.com/in/%E5%A4%AA%E9%83%8E")
        #expect(key == "linkedin.com/in/太郎")
        #expect(key == profileURLKey("linkedin.com/in/太郎"))
        // Decomposed and composed, upper and lower case.
        #expect(profileURLKey("linkedin.com/in/A\u{308}nne") == profileURLKey("linkedin.com/in/%C3%A4nne"))
        // Not UTF-8: the escapes stay.
        #expect(profileURLKey("linkedin.com/in/%E4nne") == "linkedin.com/in/%e4nne")
        #expect(profileURLKey("linkedin.com/in/50%") == "linkedin.com/in/50%")
    }

    @Test func oldPublicProfilesKeepTheirNumbers() {
        #expect(
            profileURLKey("http://www.linkedin.com/pub/ann-lee/1/2a/3b") == "linkedin.com/pub/ann-lee/1/2a/3b"
        )
        #expect(profileURLKey("https://github.com/AnnLee/") == "github.com/annlee")
    }

    @Test(arguments: [
        "", " ", "/", "https://", "https://www.linkedin.com", "linkedin.com/in", "linkedin.com/in/",
        "ann lee/x",
        "https://www.linkedin.com/in/%20", "ann@example.com/x", "example.com", "no host/in/x", "?a=b/c.d/e",
    ])
    func whatNamesNoPageHasNoKey(url: String) {
        #expect(profileURLKey(url) == nil)
    }

    @Test func aKeyIsItsOwnKey() {
        for text in HostileText.all {
            guard let key = profileURLKey("https://example.com/in/\(text)") else { continue }
            // Escapes are resolved once, so only texts without them are stable.
            if !text.contains("%"), !text.contains("//") { #expect(profileURLKey(key) == key, "\(key)") }
        }
    }
}
