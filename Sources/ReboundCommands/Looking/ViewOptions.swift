import ArgumentParser
import NetworkDrawing
import ReferralGraph
import Workspace

/// Which question a drawing answers, and about whom.
struct ViewOptions: ParsableArguments {
    /// The views there are.
    enum Name: String, CaseIterable, ExpressibleByArgument {
        case lanes, chain, path, company
    }

    @Option(
        name: .customLong("view"),
        help: ArgumentHelp(
            "What to draw: lanes, who is where and how each thread stands; chain, what one no led to; path, the likeliest introductions; company, its people and who is reached.",
            valueName: "view"))
    var name: Name?
    @Option(
        help: ArgumentHelp(
            "For the chain: whose no, or whose names; that which led to most unless given.",
            valueName: "person"),
        completion: NameCompletion.people)
    var from: String?
    @Option(
        help: ArgumentHelp("For the path: the person or the company to reach.", valueName: "name"),
        completion: NameCompletion.peopleAndCompanies)
    var to: String?
    @Option(
        help: ArgumentHelp("For the company, or for a path into it: which one.", valueName: "name"),
        completion: NameCompletion.companies)
    var company: String?

    func validate() throws {
        if from != nil, name != .chain {
            throw ValidationError("--from says where a chain begins; add --view chain.")
        }
        if to != nil, name != .path { throw ValidationError("--to says where a path ends; add --view path.") }
        if company != nil, name != .path, name != .company {
            throw ValidationError("--company needs --view company, or --view path for the ways into it.")
        }
        if name == .path, (to == nil) == (company == nil) {
            throw ValidationError("--view path needs either --to with a name, or --company.")
        }
        if name == .company, company == nil {
            throw ValidationError("--view company needs --company with its name.")
        }
    }

    /// The view asked for.
    /// - Throws: An ``ExitCode`` after saying that a name fits nobody, or several.
    func view(of opened: OpenedNetwork) throws(ExitCode) -> DrawingView {
        switch name {
        case nil: .automatic
        case .lanes: .lanes
        case .chain:
            .chain(from: try from.map { text throws(ExitCode) in try opened.person(matching: text) })
        case .path: .path(to: try destination(in: opened))
        case .company: .company(try opened.company(matching: company ?? ""))
        }
    }

    private func destination(in opened: OpenedNetwork) throws(ExitCode) -> DrawingView.Destination {
        let name = to ?? company ?? ""
        return opened.isCompany(named: name, wanted: to == nil)
            ? .company(try opened.company(matching: name)) : .person(try opened.person(matching: name))
    }
}
