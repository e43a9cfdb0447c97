extension Diagnostic {
    /// Everything that can be wrong with an input. Raw values are stable.
    public enum Kind: String, Sendable, CaseIterable {
        // Files
        /// There is nothing in the file.
        case fileEmpty = "file-empty"
        /// The text is not UTF-8.
        case encodingInvalid = "encoding-invalid"
        /// The file is of another kind, or does not say that it is a network.
        case formatUnknown = "format-unknown"
        /// The file was written by a newer version.
        case versionUnsupported = "version-unsupported"
        /// An archive that is damaged, encrypted or of another format.
        case archiveInvalid = "archive-invalid"
        /// An archive that unpacks to more than is allowed.
        case archiveTooLarge = "archive-too-large"
        /// More errors than are listed for one file.
        case errorsOmitted = "errors-omitted"
        /// A warning: more warnings than are listed for one file.
        case warningsOmitted = "warnings-omitted"

        // Lines of a stream
        /// There is nothing in the line.
        case lineEmpty = "line-empty"
        /// The line has more bytes than are read of one.
        case lineTooLong = "line-too-long"

        // JSON
        /// The text is not JSON.
        case syntax = "json-syntax"
        /// Lists and objects are nested too deeply.
        case tooDeep = "json-too-deep"
        /// An object has a field twice.
        case keyRepeated = "key-repeated"
        /// A required field is not there.
        case fieldMissing = "field-missing"
        /// There is no such field.
        case fieldUnknown = "field-unknown"
        /// Text where a number is wanted, and the like.
        case typeMismatch = "type-mismatch"

        // CSV
        /// A quoted cell does not end.
        case quoteUnterminated = "quote-unterminated"
        /// Text after the closing quote of a cell.
        case quoteStray = "quote-stray"
        /// A row has more or fewer cells than the header.
        case rowRagged = "row-ragged"
        /// Two columns have the same name.
        case columnRepeated = "column-repeated"
        /// A required column is not there.
        case columnMissing = "column-missing"
        /// There is no such column.
        case columnUnknown = "column-unknown"
        /// A required table is not there.
        case tableMissing = "table-missing"
        /// A warning: a CSV file that is none of the tables, which is ignored.
        case tableUnknown = "table-unknown"
        /// Two rows about one entity contradict each other.
        case rowsDisagree = "rows-disagree"
        /// No one, or more than one person, is marked as the seeker.
        case seekerUnclear = "seeker-unclear"
        /// A warning: a mailbox does not say whose it is, and the most likely address was taken.
        case ownerGuessed = "owner-guessed"

        // Values
        /// Text without anything visible.
        case textBlank = "text-blank"
        /// An identifier with control characters, or with space around it.
        case identifierInvalid = "id-invalid"
        /// Not one of the allowed words.
        case valueUnknown = "value-unknown"
        /// The same word twice in a list that is a set.
        case valueRepeated = "value-repeated"
        /// A list without entries where one is needed.
        case listEmpty = "list-empty"
        /// Not a day, or none that exists.
        case dateInvalid = "date-invalid"
        /// Not a day with or without a time.
        case timeInvalid = "time-invalid"
        /// Not the name of a time zone.
        case timeZoneInvalid = "time-zone-invalid"
        /// Not an address of a web page.
        case addressInvalid = "url-invalid"
        /// Not a number.
        case numberInvalid = "number-invalid"
        /// A number that is too large or too small.
        case numberOutOfRange = "number-out-of-range"
        /// A round at a stage without rounds.
        case roundMisplaced = "round-misplaced"

        // Templates
        /// A heading, brackets or braces of a template that do not fit together.
        case templateSyntax = "template-syntax"

        // Imports
        /// A warning: a value that is not what its place demands, which is left out.
        case valueIgnored = "value-ignored"
        /// A warning: a record that is not whole, of which is used what can be read.
        case recordDamaged = "record-damaged"

        // The network as a whole
        /// A reference names nothing.
        case danglingReference = "dangling-reference"
        /// Two entities of a kind have the same identifier.
        case duplicateIdentifier = "duplicate-id"
        /// Reporting lines go round in a circle.
        case reportsToCycle = "reports-to-cycle"
        /// Someone is connected with the same person.
        case selfReference = "self-reference"
        /// A referral without any dated step.
        case undatedReferral = "undated-referral"
        /// A date is before one that must come first.
        case datesOutOfOrder = "dates-out-of-order"
        /// A warning: a fact later than the chosen "now", which is ignored.
        case later = "later-than-as-of"

        /// How bad it is.
        public var severity: Severity {
            switch self {
            case .later, .tableUnknown, .ownerGuessed, .valueIgnored, .recordDamaged, .warningsOmitted:
                .warning
            default: .error
            }
        }
    }
}
