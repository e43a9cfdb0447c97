internal import ReferralGraph

extension ColumnMapping {
    /// What the names of the columns suggest, in English, German, French and Spanish; to be shown and confirmed.
    ///
    /// Letter case, accents, punctuation and numbers do not count. The way days are written is not guessed.
    /// - Complexity: O(columns).
    public static func guessed(from header: [String]) -> ColumnMapping {
        let keys = header.map(key)
        var mapping = ColumnMapping()
        var isTaken = header.map(isBlank)
        func take(_ field: Field, _ column: Int) {
            isTaken[column] = true
            mapping.assignments.append(Assignment(field: field, column: trimmed(header[column])))
        }
        for field in Field.allCases {
            let words = synonyms[field] ?? []
            if field.isList {
                for column in keys.indices where !isTaken[column] && words.contains(keys[column]) {
                    take(field, column)
                }
            } else if let column = words.lazy.compactMap({ word in
                keys.indices.first { !isTaken[$0] && keys[$0] == word }
            }).first {
                take(field, column)
            }
        }
        // "Name" beside "Vorname" is the last name, "Nombre" beside "Apellidos" the first one.
        for column in keys.indices where !isTaken[column] && Self.vagueNames.contains(keys[column]) {
            let hasFirst = !mapping.columns(.firstName).isEmpty
            let hasLast = !mapping.columns(.lastName).isEmpty
            if hasFirst != hasLast {
                take(hasFirst ? .lastName : .firstName, column)
            } else if mapping.columns(.name).isEmpty {
                take(.name, column)
            }
        }
        let rank = Dictionary(
            uniqueKeysWithValues: Field.allCases.enumerated().map { ($0.element, $0.offset) })
        let order = mapping.assignments.indices.sorted {
            (rank[mapping.assignments[$0].field] ?? 0, $0) < (rank[mapping.assignments[$1].field] ?? 0, $1)
        }
        mapping.assignments = order.map { mapping.assignments[$0] }
        return mapping
    }

    /// A name of a column for comparing: `E-Mail-Adresse 2` is `email adresse`.
    private static func key(_ name: String) -> String {
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

    private static let vagueNames: Set<String> = ["name", "nom", "nombre"]

    /// The names of columns, those that say it best first.
    static let synonyms: [Field: [String]] = [
        .name: [
            "full name", "fullname", "display name", "contact name", "contact person", "person", "contact",
            "vollstandiger name", "ganzer name", "vor und nachname", "anzeigename", "ansprechpartner",
            "kontakt",
            "nom complet", "nom et prenom", "prenom et nom", "nombre completo", "nombre y apellidos",
            "nombre y apellido", "contacto",
        ],
        .firstName: [
            "first name", "firstname", "given name", "forename", "first", "vorname", "prenom",
            "nombre de pila",
        ],
        .lastName: [
            "last name", "lastname", "surname", "family name", "last", "nachname", "familienname", "zuname",
            "nom de famille", "apellidos", "apellido", "primer apellido",
        ],
        .email: [
            "email", "email address", "mail", "mail address", "work email", "business email", "private email",
            "personal email", "home email", "email value", "email adresse", "emailadresse", "mailadresse",
            "email geschaftlich", "email privat", "adresse email", "adresse mail", "courriel", "mel",
            "adresse electronique", "email professionnel", "email personnel", "correo", "correo electronico",
            "direccion de correo", "direccion de correo electronico", "direccion de email", "correo personal",
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
        ],
        .company: [
            "company", "company name", "current company", "employer", "organization", "organisation",
            "organization name", "organisation name", "firm", "workplace", "account name", "firma",
            "firmenname",
            "unternehmen", "arbeitgeber", "entreprise", "societe", "employeur", "nom de l'entreprise",
            "empresa",
            "compania", "empleador", "organizacion", "nombre de la empresa",
        ],
        .title: [
            "job title", "jobtitle", "position", "current title", "title", "role", "job", "occupation",
            "berufsbezeichnung", "stellenbezeichnung", "jobtitel", "funktion", "stelle", "rolle",
            "intitule du poste", "poste", "fonction", "titre", "cargo", "puesto", "puesto de trabajo",
        ],
        .department: [
            "department", "dept", "division", "business unit", "team", "abteilung", "bereich", "departement",
            "service", "departamento", "area",
        ],
        .profileURL: [
            "profile url", "linkedin url", "linkedin profile url", "linkedin profile", "linkedin", "profile",
            "profile link", "public profile url", "url", "xing", "profil url", "linkedin profil", "profil",
            "profillink", "profil linkedin", "url du profil", "lien du profil", "perfil",
            "perfil de linkedin",
            "url del perfil", "enlace al perfil",
        ],
        .connectedOn: [
            "connected on", "connected since", "connection date", "connected", "known since", "met on",
            "date met",
            "verbunden am", "verbunden seit", "kontakt seit", "bekannt seit", "kennengelernt am",
            "connecte le",
            "date de connexion", "en relation depuis", "en contact depuis", "conectado el",
            "fecha de conexion",
            "contacto desde",
        ],
        .notes: [
            "notes", "note", "comments", "comment", "remarks", "memo", "notizen", "notiz", "anmerkungen",
            "anmerkung", "bemerkungen", "bemerkung", "kommentar", "remarques", "remarque", "commentaires",
            "commentaire", "notas", "nota", "comentarios", "comentario", "observaciones",
        ],
        .how: [
            "how known", "how i know them", "how we know each other", "how we met", "how met", "relationship",
            "known from", "met at", "where we met", "context", "relation", "woher bekannt", "woher",
            "beziehung",
            "kontext", "comment connu", "lien", "como nos conocimos", "relacion", "de donde",
        ],
        .strength: [
            "strength", "tie strength", "closeness", "starke", "beziehungsstarke", "force", "force du lien",
            "fuerza", "fuerza del vinculo",
        ],
    ]
}
