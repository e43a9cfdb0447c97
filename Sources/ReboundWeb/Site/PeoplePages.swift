internal import Workspace

extension SitePage {
    /// The pages about people.
    static let peoplePages: [SitePage] = [
        SitePage(name: "people", menu: Menu(words: "People", key: "p")) { (context) throws(WorkspaceError) in
            PeoplePage(context).content
        },
        SitePage(name: "person", menu: nil) { (context) throws(WorkspaceError) in
            try PersonPage(context).content
        },
        SitePage(name: "introductions", menu: nil) { (context) throws(WorkspaceError) in
            try PersonPage(context).introductionsContent
        },
        SitePage(name: "timeline", menu: nil) { (context) throws(WorkspaceError) in
            try PersonPage(context).timelineContent
        },
        SitePage(name: "why", menu: nil) { (context) throws(WorkspaceError) in
            try PersonPage(context).whyContent
        },
        SitePage(name: "add-person", menu: nil, records: true) { (context) throws(WorkspaceError) in
            AddPersonPage(context).content
        },
        SitePage(name: "duplicates", menu: nil) { (context) throws(WorkspaceError) in
            IdentityPages(context).duplicates
        },
        SitePage(name: "merge", menu: nil) { (context) throws(WorkspaceError) in
            try IdentityPages(context).merge()
        },
        SitePage(name: "split", menu: nil) { (context) throws(WorkspaceError) in
            try IdentityPages(context).split()
        },
        SitePage(name: "remove", menu: nil) { (context) throws(WorkspaceError) in
            try IdentityPages(context).remove()
        },
        SitePage(name: "triage", menu: nil) { (context) throws(WorkspaceError) in
            try TriagePage(context).content
        },
    ]
}
