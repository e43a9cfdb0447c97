internal import Foundations

extension ColumnMapping {
    /// What the names of the columns of a job tracker suggest: Huntr's, Teal's, and those of Notion, Airtable and spreadsheets.
    ///
    /// A name that two columns have is no column's.
    /// - Parameter header: The names of the columns.
    /// - Complexity: O(columns).
    static func guessedApplications(from header: [String]) -> ColumnMapping {
        let keys = header.map(ColumnNames.key)
        let names = header.map(trimmed)
        var isTaken = names.map { name in name.isEmpty || names.count { $0 == name } > 1 }
        var mapping = ColumnMapping()
        for (field, words) in columns {
            guard
                let column = words.lazy.compactMap({ word in
                    keys.indices.first { !isTaken[$0] && keys[$0] == word }
                }).first
            else { continue }
            isTaken[column] = true
            mapping.assignments.append(Assignment(field: field, column: names[column]))
        }
        // Airtable's first column is called Name, whatever it names.
        if mapping.columns(.title).isEmpty, !mapping.columns(.appliedOn).isEmpty,
            let column = keys.indices.first(where: {
                !isTaken[$0] && ColumnNames.vagueNames.contains(keys[$0])
            })
        {
            mapping.assignments.insert(Assignment(field: .title, column: names[column]), at: 0)
        }
        return mapping
    }

    /// Whether the columns are those of a list of applications, and not of people.
    public var describesApplications: Bool {
        assignments.contains { Field.ofApplications.contains($0.field) }
    }

    /// The names of columns by what they say, those that say it best first; of fields that share a name the first gets it.
    private static let columns: [(Field, [String])] = [
        (.company, ColumnNames.synonyms[.company] ?? []),
        (
            .title,
            (ColumnNames.synonyms[.title] ?? []) + [
                "job role", "role title", "position title", "job position", "job name", "opening", "vacancy",
                "stelle", "offre",
            ]
        ),
        (
            .status,
            [
                "status", "stage", "application status", "current status", "current stage", "job status",
                "state", "outcome", "result", "phase", "list", "list name", "statut", "etat", "estado",
                "etapa",
            ]
        ),
        (
            .appliedOn,
            [
                "date applied", "applied date", "applied on", "applied at", "applied", "application date",
                "date of application", "date submitted", "submitted on", "submission date",
                "application submitted", "beworben am", "bewerbungsdatum", "datum der bewerbung",
                "date de candidature", "date d'envoi", "candidature envoyee le", "fecha de solicitud",
                "fecha de aplicacion", "fecha de postulacion", "date applied on", "applied day",
            ]
        ),
        (
            .interviewedOn,
            [
                "interview date", "date of interview", "interview on", "interviewed on", "interview",
                "first interview", "date interviewed", "vorstellungsgesprach am", "gesprach am",
                "vorstellungsgesprach", "date d'entretien", "date de l'entretien", "fecha de entrevista",
            ]
        ),
        (
            .offeredOn,
            [
                "offer date", "date of offer", "offered on", "date offered", "angebot am",
                "date de l'offre", "fecha de oferta",
            ]
        ),
        (
            .rejectedOn,
            [
                "rejected on", "rejection date", "date rejected", "date of rejection", "rejected date",
                "absage am", "datum der absage", "date de refus", "fecha de rechazo",
            ]
        ),
        (
            .followUpOn,
            [
                "follow up date", "follow up", "follow up on", "followup date", "followup", "next follow up",
                "nachfassen am", "date de relance", "relance", "fecha de seguimiento",
            ]
        ),
        (
            .updatedOn,
            [
                "status date", "last updated", "updated on", "updated at", "last update", "date updated",
                "last status change", "status updated", "last modified", "date moved", "stage date",
                "zuletzt geandert", "stand vom",
            ]
        ),
        (.hiringManager, ["hiring manager", "manager", "vorgesetzter"]),
        (.recruiter, ["recruiter", "recruiter name", "recruiter contact", "recruteur", "reclutador"]),
        (
            .name,
            [
                "contact", "contact name", "contact person", "point of contact", "contacts",
                "ansprechpartner",
                "ansprechpartnerin", "kontakt", "contacto", "interlocuteur",
            ]
        ),
        (
            .email,
            [
                "contact email", "recruiter email", "hiring manager email", "contact email address", "email",
                "email address", "email adresse", "email des ansprechpartners", "courriel", "correo",
            ]
        ),
        (
            .posting,
            [
                "job url", "url", "job link", "posting url", "job posting", "job posting url", "link",
                "posting", "listing", "listing url", "application link", "stellenanzeige", "lien",
                "lien de l'offre", "enlace",
            ]
        ),
        (.notes, ColumnNames.synonyms[.notes] ?? []),
    ]
}

extension ColumnMapping.Field {
    /// What only a list of applications says.
    static let ofApplications: Set<Self> = [
        .status, .appliedOn, .interviewedOn, .offeredOn, .rejectedOn, .followUpOn, .updatedOn, .recruiter,
        .hiringManager, .posting,
    ]
}
