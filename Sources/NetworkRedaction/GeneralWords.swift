/// Words that stand in the names of many companies and say little of any one.
enum GeneralWords {
    /// Words that name a kind of business or of company.
    static let ofCompanies = set(
        """
        academy advertising advisors advisory aerospace agency air airlines alliance american analytics architects \
        architecture art arts asset associates association auto automotive bank banking beauty biotech board books \
        brands broadcasting building business capital car care center central centre chemical chemicals city clinic \
        clothing cloud college commerce commercial communication communications community company computer computing \
        construction consultants consulting corporate council credit creative data defense delivery dental department \
        design development digital direct distribution education electric electrical electronics energy engineering \
        entertainment enterprise enterprises environmental equipment equity european events exchange factory farm farms \
        fashion federal film finance financial fitness food foods foundation fund funds games gaming gas general global \
        government group growth hardware health healthcare holding holdings home homes hospital hospitality hotel hotels \
        house housing human industrial industries industry information innovation innovations institute insurance \
        integrated interactive international internet investment investments it lab labs laboratories law learning legal \
        life logistics machine machines management manufacturing marine market marketing markets media medical metal \
        mobile mortgage motor motors museum music national network networks news office oil online operations optical \
        partner partners payments pharma pharmaceuticals plastics power press print printing private product production \
        productions products professional program project properties property public publishing quality radio railway \
        real realty records recruiting recruitment region regional research resources restaurant restaurants retail risk \
        robotics sales savings school schools science sciences security semiconductor services shipping shop social \
        society software solar solution solutions sport sports staffing star state steel storage store stores strategy \
        studio studios supply support system systems talent team tech technical technologies technology telecom television \
        test testing theatre tobacco tools toys trade trading training transport transportation travel trust tv union \
        united university utilities ventures video water wealth web wholesale wireless work works world
        """)

    /// Words that join others.
    static let ofGrammar = set(
        """
        a al an and as at by da das de dei del della der des di die do dos du e el en et for from ha i im in la las le les \
        los my no of on or our the to und up us van von we with y your
        """)

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map(String.init))
    }
}
