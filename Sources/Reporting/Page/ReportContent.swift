import ReferralGraph

/// What a report says, in words, before it is known whether they become HTML or Markdown.
struct ReportContent: Equatable {
    var title: String
    /// As of when, and of how many people.
    var subtitle: String
    var figures: [Figure]
    var sections: [Section]
    /// What has to be kept in mind when reading the numbers.
    var notes: [String]

    /// A number that tells how things stand.
    struct Figure: Equatable {
        var number: String
        var words: String
    }

    struct Section: Equatable {
        /// Of letters and hyphens; the same in every report.
        var id: String
        var title: String
        var introduction: String?
        var groups: [Group] = []
        var charts: [Chart] = []
    }

    struct Group: Equatable {
        var heading: String?
        var entries: [Entry]
        /// What is left out.
        var rest: String?
    }

    /// A line that unfolds.
    struct Entry: Equatable {
        /// A rank or a time of day.
        var mark: String?
        var tone = Tone.plain
        var name: String
        var role = ""
        /// The gist: what to do, or what came of it.
        var gist: String
        /// By when.
        var when = ""
        /// Who it is about, where the picture can show them.
        var person: PersonID?
        var facts: [Fact] = []
        var sums: [Sum] = []
    }

    /// How an entry is marked, besides in words.
    enum Tone: String, Equatable {
        case plain, due, waiting, refused, offer
    }

    struct Fact: Equatable {
        var label: String
        var text: String
    }

    /// A number and what it is made of.
    struct Sum: Equatable {
        var title: String
        var parts: [Part]
        var notes: [String] = []

        struct Part: Equatable {
            var label: String
            /// The formula and the evidence.
            var grounds: String
            var number: String
            /// Its size beside the largest part's, in [-1, 1].
            var share: Double
        }
    }

    /// A table whose rows have bars.
    struct Chart: Equatable {
        var title: String
        /// What the first and the last column hold.
        var columns: (label: String, words: String)
        var bars: [Bar]
        var note: String?

        struct Bar: Equatable {
            var label: String
            /// In [0, 1].
            var share: Double
            var words: String
        }

        static func == (left: Self, right: Self) -> Bool {
            left.title == right.title && left.columns == right.columns && left.bars == right.bars
                && left.note == right.note
        }
    }
}
