internal import ReferralGraph

/// What the columns of tables are called: in English, German, French and Spanish, and in the address books of Outlook
/// (old and new), Thunderbird and others also in some more languages.
enum ColumnNames {
    /// Names that mean one thing alone and another beside a column for first or last names.
    static let vagueNames: Set<String> = ["name", "nom", "nombre", "nome", "naam", "namn", "navn"]

    /// Columns of pages, of which some are profiles. No one's profile is expected in a column called "website".
    static let webPages: Set<String> = [
        "web page", "webpage", "website", "web site", "web", "homepage", "home page", "personal web page",
        "business web page", "webseite", "internetseite", "internetadresse", "web seite", "homepage privat",
        "webpage privat",
        "page web", "site web", "page web personnelle", "pagina web", "sitio web", "pagina web personal",
        "sito web",
        "pagina da web", "webpagina", "webbplats", "webbsida", "hjemmeside", "strona www", "social", "links",
        "link",
    ]

    /// Columns that may hold forms of address instead of jobs.
    static let titles: Set<String> = ["title", "titre", "titel", "titulo", "titolo"]

    /// Whether a text is a form of address or a degree, not a job.
    static func isFormOfAddress(_ text: String) -> Bool {
        let words = foldedName(text).split { !$0.isLetter }
        return words.allSatisfy { formsOfAddress.contains(String($0)) }
    }

    /// Every name above and below, of whatever it is the name.
    static let all = Set(synonyms.values.flatMap(\.self)).union(vagueNames).union(webPages)

    private static let formsOfAddress: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "hon", "herr",
        "frau", "hr", "fr",
        "med", "ing", "dipl", "mag", "m", "mme", "mlle", "monsieur", "madame", "mademoiselle", "sr", "sra",
        "srta", "don",
        "dona", "dna", "sig", "signor", "signora", "dott", "dottssa", "dhr", "mevr", "mw", "phd",
    ]

    /// Whether two cells or more are names of columns, of a table with this header or of address books.
    static func areIn(_ cells: [String], _ header: [String]) -> Bool {
        let known = all.union(header.map(key))
        return cells.count { known.contains(key($0)) } >= 2
    }

    /// A name of a column for comparing: `E-Mail-Adresse 2` is `email adresse`.
    static func key(_ name: String) -> String {
        var words: [String] = []
        let pieces = foldedName(name).unicodeScalars.split {
            !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "'")
        }
        for piece in pieces.map({ String(Substring($0)) }) where Int(piece) == nil {
            if piece == "mail", words.last == "e" {
                words[words.count - 1] = "email"
            } else {
                words.append(piece)
            }
        }
        return words.joined(separator: " ")
    }

    /// The names of columns, those that say it best first.
    static let synonyms: [ColumnMapping.Field: [String]] = [
        .name: [
            "full name", "fullname", "display name", "contact name", "contact person", "person", "contact",
            "vollstandiger name", "ganzer name", "vor und nachname", "anzeigename", "ansprechpartner",
            "kontakt",
            "nom complet", "nom et prenom", "prenom et nom", "nombre completo", "nombre y apellidos",
            "nombre y apellido", "contacto",
            "nombre completo de contacto", "nome completo", "nome visualizzato", "nome e cognome",
            "volledige naam", "weergavenaam", "visningsnamn", "nazwa wyswietlana", "nom affiche",
            "nombre para mostrar", "person name", "candidate name",
        ],
        .firstName: [
            "first name", "firstname", "given name", "forename", "first", "vorname", "prenom",
            "nombre de pila",
            "nome di battesimo", "primeiro nome", "voornaam", "fornamn", "fornavn", "imie", "jmeno",
            "etunimi",
        ],
        .lastName: [
            "last name", "lastname", "surname", "family name", "last", "nachname", "familienname", "zuname",
            "nom de famille", "apellidos", "apellido", "primer apellido",
            "cognome", "sobrenome", "apelido", "achternaam", "efternamn", "efternavn", "etternavn",
            "nazwisko", "prijmeni", "sukunimi",
        ],
        .email: [
            "email", "email address", "mail", "mail address", "work email", "business email", "private email",
            "personal email", "home email", "email value", "email adresse", "emailadresse", "mailadresse",
            "email geschaftlich", "email privat", "adresse email", "adresse mail", "courriel", "mel",
            "adresse electronique", "email professionnel", "email personnel", "correo", "correo electronico",
            "direccion de correo", "direccion de correo electronico", "direccion de email", "correo personal",
            "primary email", "primary email address", "secondary email", "secondary email address",
            "additional email", "other email", "alternate email", "business email address",
            "work email address", "personal email address", "home email address", "primare email adresse",
            "primare email", "sekundare email adresse", "zweite email adresse", "weitere email adresse",
            "email adresse geschaftlich", "email adresse privat", "adresse de messagerie",
            "adresse de courriel", "adresse electronique principale", "adresse electronique secondaire",
            "adresse email principale", "adresse email secondaire", "direccion del correo electronico",
            "correo principal", "correo secundario", "indirizzo email", "indirizzo posta elettronica",
            "posta elettronica", "indirizzo di posta elettronica", "endereco de email",
            "endereco de correio eletronico", "emailadres", "primair emailadres", "secundair emailadres",
            "epost", "epostadress", "adres email",
        ],
        .phone: [
            "phone", "phone number", "contact phone number", "contact phone", "primary phone", "telephone",
            "telephone number", "tel", "mobile", "mobile phone", "mobile number", "cell", "cell phone",
            "business phone", "work phone", "home phone", "phone value", "telefon", "telefonnummer",
            "rufnummer",
            "handy", "handynummer", "mobil", "mobiltelefon", "mobilnummer", "telefon privat",
            "telefon geschaftlich",
            "numero de telephone", "portable", "telephone portable", "tel portable", "telefono",
            "numero de telefono", "movil", "telefono movil", "celular",
            "business phone number", "work phone number", "home phone number", "mobile phone number",
            "cell phone number", "primary phone number", "other phone", "company phone", "direct phone",
            "car phone", "telefon dienstlich", "telefon beruflich", "mobiltelefonnummer", "mobil tel nr",
            "mobil nr", "weiteres telefon", "telefon firma", "haupttelefon", "telephone bureau",
            "telephone domicile", "tel mobile", "telephone mobile", "telephone professionnel",
            "telephone personnel", "telephone principal", "mobile professionnel", "telefono del trabajo",
            "telefono trabajo", "telefono particular", "telefono principal", "numero de movil", "cellulare",
            "telefono uff", "telefono ufficio", "telefono abitazione", "telemovel", "telefone",
            "telefone comercial", "telefone residencial", "telefoonnummer", "telefoon", "telefoon op werk",
            "mobiele telefoon",
        ],
        .company: [
            "company", "company name", "current company", "employer", "organization", "organisation",
            "organization name", "organisation name", "firm", "workplace", "account name", "firma",
            "firmenname",
            "unternehmen", "arbeitgeber", "entreprise", "societe", "employeur", "nom de l'entreprise",
            "empresa",
            "compania", "empleador", "organizacion", "nombre de la empresa",
            "arbeitsgeber", "organisation abteilung", "societa", "azienda", "organizzazione", "bedrijf",
            "organisatie", "foretag", "virksomhed", "firma pracodawca", "empresa organizacion",
        ],
        .title: [
            "job title", "jobtitle", "position", "current title", "title", "role", "job", "occupation",
            "berufsbezeichnung", "stellenbezeichnung", "jobtitel", "funktion", "stelle", "rolle",
            "intitule du poste", "poste", "fonction", "titre", "cargo", "puesto", "puesto de trabajo",
            "arbeitstitel", "dienstbezeichnung", "positionsbezeichnung", "titre1", "titre du poste",
            "titulo del trabajo", "titulo profesional", "posizione", "mansione", "qualifica", "funzione",
            "functie", "functietitel", "cargo funcao", "befattning", "stanowisko",
        ],
        .department: [
            "department", "dept", "division", "business unit", "team", "abteilung", "bereich", "departement",
            "service", "departamento", "area",
            "reparto", "departamento area", "afdeling", "avdelning", "dzial",
        ],
        .profileURL: [
            "profile url", "linkedin url", "linkedin profile url", "linkedin profile", "linkedin", "profile",
            "profile link", "public profile url", "url", "xing", "profil url", "linkedin profil", "profil",
            "profillink", "profil linkedin", "url du profil", "lien du profil", "perfil",
            "perfil de linkedin",
            "url del perfil", "enlace al perfil",
            "linkedin page", "linkedin link", "linkedin account", "social profile", "pagina linkedin",
            "profilo linkedin",
        ],
        .connectedOn: [
            "connected on", "connected since", "connection date", "connected", "known since", "met on",
            "date met",
            "verbunden am", "verbunden seit", "kontakt seit", "bekannt seit", "kennengelernt am",
            "connecte le",
            "date de connexion", "en relation depuis", "en contact depuis", "conectado el",
            "fecha de conexion",
            "contacto desde",
            "first met", "date connected", "date added",
        ],
        .notes: [
            "notes", "note", "comments", "comment", "remarks", "memo", "notizen", "notiz", "anmerkungen",
            "anmerkung", "bemerkungen", "bemerkung", "kommentar", "remarques", "remarque", "commentaires",
            "commentaire", "notas", "nota", "comentarios", "comentario", "observaciones",
            "osservazioni", "note personali", "opmerkingen", "notities", "observacoes", "anteckningar",
            "notatki",
        ],
        .how: [
            "how known", "how i know them", "how we know each other", "how we met", "how met", "relationship",
            "known from", "met at", "where we met", "context", "relation", "woher bekannt", "woher",
            "beziehung",
            "kontext", "comment connu", "lien", "como nos conocimos", "relacion", "de donde",
        ],
        .school: [
            "school", "school name", "schools", "university", "college", "alma mater", "hochschule", "schule",
            "universitat", "ecole", "universite", "escuela", "universidad", "scuola", "universita",
        ],
        .tags: [
            "tags", "tag", "labels", "label", "categories", "category", "schlagworter", "kategorien",
            "etiquettes",
            "etiquetas", "categorias", "etichette", "categorie",
        ],
        .strength: [
            "strength", "tie strength", "closeness", "starke", "beziehungsstarke", "force", "force du lien",
            "fuerza", "fuerza del vinculo",
        ],
    ]
}
