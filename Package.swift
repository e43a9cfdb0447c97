// swift-tools-version: 6.2
import PackageDescription

// Floors: a target imports only floors below its own. `Scripts/check-layers` holds this file and the
// import lines to that rule; the DocC catalogue of ReboundCommands has the picture.
let strict = Context.environment["REBOUND_STRICT"] == "1"

let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let http: [Target.Dependency] = [
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
]
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

// The toolchain's own linker writes addresses that move with the program in a few bytes each, and no names for others.
let small: [LinkerSetting] = [
    .unsafeFlags(
        ["-use-ld=lld"] + ["-z", "pack-relative-relocs", "--no-export-dynamic"].flatMap { ["-Xlinker", $0] })
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
    of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "ReboundTestSupport"] + dependencies,
        exclude: exclude,
        swiftSettings: settings)
}

let package = Package(
    name: "rebound",
    products: [
        .executable(name: "rebound", targets: ["rebound"]),
        .library(name: "ReferralGraph", targets: ["ReferralGraph"]),
        .library(name: "GraphAlgorithms", targets: ["GraphAlgorithms"]),
        .library(name: "GraphFiles", targets: ["GraphFiles", "Foundations"]),
        .library(name: "ReferralAnalysis", targets: ["ReferralAnalysis", "Playbook", "RankingModel"]),
        .library(name: "SearchSimulation", targets: ["SearchSimulation"]),
        .library(name: "ModelEvaluation", targets: ["ModelEvaluation"]),
        .library(name: "NetworkFiles", targets: ["NetworkFiles", "Foundations"]),
        .library(
            name: "SourceReaders", targets: ["SourceReaders", "MailFiles", "ContentLines", "Foundations"]),
        .library(name: "NetworkDrawing", targets: ["NetworkDrawing"]),
        .library(name: "NetworkEditing", targets: ["NetworkEditing"]),
        .library(name: "NetworkRedaction", targets: ["NetworkRedaction"]),
        .library(name: "ReferralStore", targets: ["ReferralStore"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        // What Hummingbird stands on.
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
    ],
    targets: [
        // Floor 6
        .executableTarget(
            name: "rebound",
            dependencies: ["ReboundCommands", "Graphviz", "SystemInterface", "CNoLocaleData"],
            swiftSettings: settings, linkerSettings: small),
        // Floor 5
        library(
            "ReboundCommands",
            [
                "ReboundWeb", "AssistantServer", "PageServer", "Workspace", "GraphWorkbench", "ClientReports",
                "EvaluationReports", "Reporting", "NetworkDrawing", "SearchSimulation",
                "MessageDrafts", "ReferralStore", "NetworkEditing", "ModelEvaluation", "ReferralAnalysis",
                "Playbook",
                "RankingModel", "NetworkFiles", "SourceReaders", "MailFiles", "GraphFiles", "Graphviz",
                "Foundations",
                "ReferralGraph", "SystemInterface", argumentParser,
            ]),
        // Above floor 4, below ReboundCommands
        library("SiteAssets", ["PageServer", "Reporting"]),
        library(
            "ReboundWeb",
            [
                "SiteAssets", "PageServer", "Workspace", "Reporting", "NetworkDrawing", "MessageDrafts",
                "ReferralStore",
                "NetworkEditing", "ReferralAnalysis", "Playbook", "RankingModel", "NetworkFiles",
                "SourceReaders", "Graphviz", "Foundations", "ReferralGraph", "SystemInterface",
            ]),
        .target(
            name: "AssistantServer",
            dependencies: [
                "Workspace", "Reporting", "NetworkDrawing", "MessageDrafts", "NetworkEditing",
                "ReferralStore", "ReferralAnalysis", "Playbook", "RankingModel", "Graphviz", "Foundations",
                "ReferralGraph", "SystemInterface",
            ],
            // The schemas of the commands' JSON, as they stand in Samples.
            resources: [.embedInCode("Schemas")],
            swiftSettings: settings),
        // Floor 4
        library(
            "Workspace",
            [
                "ClientReports", "Reporting", "NetworkDrawing", "MessageDrafts", "ReferralStore",
                "NetworkEditing",
                "NetworkRedaction", "ReferralAnalysis",
                "Playbook", "RankingModel", "NetworkFiles", "SourceReaders", "MailFiles", "Graphviz",
                "Foundations", "PublicHolidays",
                "ReferralGraph", "GraphAlgorithms", "BidirectionalText", "SystemInterface",
            ]),
        library(
            "GraphWorkbench",
            ["Reporting", "GraphFiles", "Foundations", "GraphAlgorithms", "SystemInterface"]),
        // Above floor 3, below Workspace
        library(
            "EvaluationReports",
            ["Reporting", "ModelEvaluation", "Playbook", "RankingModel", "ReferralGraph"]),
        library(
            "ClientReports",
            [
                "Reporting", "ReferralAnalysis", "Playbook", "RankingModel", "Foundations", "ReferralGraph",
                "GraphAlgorithms",
            ]),
        // Floor 3
        library(
            "NetworkDrawing", ["ReferralAnalysis", "Playbook", "RankingModel", "Graphviz", "ReferralGraph"]),
        library(
            "Reporting",
            [
                "SearchSimulation", "ModelEvaluation", "ReferralAnalysis", "Playbook", "RankingModel",
                "PublicHolidays", "NetworkEditing", "ReferralStore", "SourceReaders", "MailFiles",
                "ContentLines",
                "Foundations", "ReferralGraph", "BidirectionalText", "SystemInterface",
            ]),
        // Above floor 2, below Reporting
        library(
            "SearchSimulation",
            ["ReferralAnalysis", "Playbook", "RankingModel", "ReferralGraph", "GraphAlgorithms"]),
        library(
            "MessageDrafts",
            [
                "ReferralAnalysis", "Playbook", "Foundations", "ReferralGraph", "GraphAlgorithms",
            ]),
        // Floor 2
        library(
            "ReferralAnalysis",
            [
                "Playbook", "RankingModel", "PublicHolidays", "ReferralGraph", "GraphAlgorithms",
                "SystemInterface",
            ]),
        library("ModelEvaluation", ["RankingModel", "ReferralGraph", "GraphAlgorithms"]),
        library(
            "NetworkEditing",
            [
                "Playbook", "NetworkFiles", "SourceReaders", "MailFiles", "PublicHolidays", "Foundations",
                "ReferralGraph",
            ]),
        library(
            "ReferralStore",
            ["NetworkFiles", "Foundations", "ReferralGraph", "SystemInterface", grdb, sqlite]),
        // Floor 1
        library(
            "Playbook",
            ["RankingModel", "PublicHolidays", "ReferralGraph", "GraphAlgorithms", "SystemInterface"]),
        library("RankingModel", ["GraphAlgorithms"]),
        library("NetworkRedaction", ["ReferralGraph"]),
        library("NetworkFiles", ["PublicHolidays", "Foundations", "ReferralGraph"]),
        library(
            "SourceReaders", ["MailFiles", "ContentLines", "Foundations", "ReferralGraph", "SystemInterface"]),
        library("ContentLines", ["Foundations", "ReferralGraph", "CCalendar"]),
        library("MailFiles", ["Foundations", "ReferralGraph", "SystemInterface", "CMail", "COptional"]),
        library("GraphFiles", ["Foundations", "GraphAlgorithms", "SystemInterface"]),
        library("Graphviz", ["CGraphviz", "BidirectionalText", "Foundations"]),
        library("PageServer", ["Foundations", "SystemInterface"] + http),
        // Above floor 0, below Playbook and NetworkFiles
        library("PublicHolidays", ["ReferralGraph"]),
        // Floor 0
        library("Foundations", ["SystemInterface", "CArchive", "COptional"]),
        library("ReferralGraph"),
        library("GraphAlgorithms"),
        library("BidirectionalText"),
        .target(name: "CArchive", dependencies: ["COptional"]),
        .target(name: "CMail", dependencies: ["COptional"]),
        .target(name: "CCalendar", dependencies: ["COptional"]),
        .target(name: "CGraphviz", dependencies: ["COptional"]),
        .target(name: "COptional"),
        // Below the floors: what a process and its paths are
        library("SystemInterface", ["CProcess"]),
        .target(name: "CProcess"),
        .target(name: "CNoLocaleData"),
        // Tests
        .target(
            name: "ReboundTestSupport",
            dependencies: ["ReferralGraph", "GraphAlgorithms"],
            path: "Tests/ReboundTestSupport",
            swiftSettings: settings),
        .target(
            name: "DateLiterals",
            dependencies: ["ReferralGraph"],
            path: "Tests/DateLiterals",
            swiftSettings: settings),
        .target(
            name: "AnalysisTestSupport",
            dependencies: [
                "ReboundTestSupport", "DateLiterals", "ReferralAnalysis", "Playbook", "NetworkFiles",
                "Foundations",
                "ReferralGraph",
            ],
            path: "Tests/AnalysisTestSupport",
            swiftSettings: settings),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "NetworkEditing", "NetworkFiles", "SourceReaders", "MailFiles", "Foundations",
                "ReferralGraph",
            ],
            path: "Tests/Fuzzing/Targets",
            swiftSettings: settings),
        .testTarget(
            name: "FuzzTargetsTests",
            dependencies: ["FuzzTargets"],
            path: "Tests/Fuzzing/Replay",
            swiftSettings: settings),
        tests(of: "ReferralGraph"),
        tests(of: "PublicHolidays", ["DateLiterals", "ReferralGraph"]),
        tests(of: "GraphAlgorithms"),
        tests(of: "BidirectionalText"),
        tests(of: "GraphFiles", ["GraphAlgorithms", "Foundations"]),
        tests(of: "GraphWorkbench", ["GraphFiles", "GraphAlgorithms", "Foundations", "Reporting"]),
        tests(of: "Foundations", ["SystemInterface"]),
        tests(of: "NetworkFiles", ["SourceReaders", "Foundations", "ReferralGraph"], exclude: ["Fixtures"]),
        tests(of: "MailFiles", ["Foundations", "ReferralGraph"], exclude: ["Fixtures"]),
        tests(
            of: "SourceReaders", ["ContentLines", "MailFiles", "Foundations", "ReferralGraph"],
            exclude: ["Fixtures"]),
        tests(of: "Graphviz", ["rebound"]),
        tests(of: "PageServer"),
        tests(
            of: "ReboundWeb",
            [
                "PageServer", "Workspace", "NetworkEditing", "ReferralAnalysis", "NetworkFiles", "Graphviz",
                "Foundations",
                "ReferralGraph", "rebound",
            ]),
        tests(of: "AssistantServer", ["Workspace", "Foundations", "ReferralGraph"]),
        tests(of: "RankingModel", ["GraphAlgorithms"], exclude: ["Fixtures"]),
        tests(of: "Playbook", ["DateLiterals", "RankingModel", "ReferralGraph"]),
        tests(of: "ModelEvaluation", ["RankingModel", "NetworkFiles", "Foundations", "ReferralGraph"]),
        tests(
            of: "ReferralAnalysis",
            [
                "AnalysisTestSupport", "DateLiterals", "Playbook", "RankingModel", "NetworkFiles",
                "Foundations", "ReferralGraph", "GraphAlgorithms",
            ]),
        tests(
            of: "SearchSimulation",
            [
                "AnalysisTestSupport", "DateLiterals", "ReferralAnalysis", "Playbook", "RankingModel",
                "ReferralGraph", "GraphAlgorithms",
            ]),
        tests(
            of: "MessageDrafts",
            [
                "AnalysisTestSupport", "DateLiterals", "ReferralAnalysis", "Playbook", "NetworkEditing",
                "NetworkRedaction", "NetworkFiles", "Foundations", "ReferralGraph",
            ],
            exclude: ["Fixtures", "Drafts"]),
        tests(
            of: "NetworkDrawing",
            [
                "NetworkFiles", "ReferralAnalysis", "Playbook", "RankingModel", "ReferralGraph",
                "Graphviz", "rebound",
            ],
            exclude: ["Snapshots"]),
        tests(
            of: "NetworkRedaction",
            ["DateLiterals", "NetworkFiles", "ReferralAnalysis", "Foundations", "ReferralGraph"]),
        tests(
            of: "NetworkEditing",
            [
                "AnalysisTestSupport", "NetworkRedaction", "DateLiterals", "ReferralAnalysis", "Playbook",
                "NetworkFiles", "SourceReaders", "MailFiles",
                "Foundations", "ReferralGraph",
            ]),
        tests(of: "ReferralStore", ["NetworkFiles", "Foundations", "ReferralGraph", grdb]),
        tests(
            of: "Reporting",
            [
                "ContentLines",
                "NetworkEditing", "ModelEvaluation", "ReferralAnalysis", "Playbook", "RankingModel",
                "NetworkFiles", "SourceReaders", "Foundations", "ReferralGraph", "SystemInterface",
            ]),
        tests(
            of: "EvaluationReports", ["Reporting", "ModelEvaluation", "RankingModel", "ReferralGraph"]),
        tests(
            of: "ClientReports",
            [
                "AnalysisTestSupport", "DateLiterals", "Reporting", "ReferralAnalysis", "Playbook",
                "RankingModel",
                "Foundations", "ReferralGraph", "SystemInterface",
            ]),
        tests(
            of: "Workspace",
            [
                "ClientReports",
                "rebound", "Graphviz", "NetworkDrawing", "Reporting", "ReferralStore", "NetworkEditing",
                "NetworkRedaction", "NetworkFiles", "SourceReaders", "Foundations", "ReferralAnalysis",
                "Playbook",
                "RankingModel", "ReferralGraph",
                "GraphAlgorithms",
            ]),
        .testTarget(
            name: "ReboundCommandsTests",
            dependencies: [
                "ReboundCommands", "rebound", "ReboundTestSupport", "SearchSimulation", "ReferralAnalysis",
                "Playbook", "SourceReaders", "ReferralGraph", subprocess,
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: settings),
    ]
)

// Needs libFuzzer, which only `Scripts/fuzz` asks for.
if Context.environment["REBOUND_FUZZ"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "rebound-fuzz",
            dependencies: ["FuzzTargets"],
            path: "Tests/Fuzzing/Runner",
            swiftSettings: settings))
}

// The tests of some libraries and what they need, alone: `REBOUND_TESTS=Playbook,RankingModel swift test` builds nothing else.
if let libraries = Context.environment["REBOUND_TESTS"] {
    var needed: Set<String> = []
    var waiting = libraries.split(separator: ",").map { "\($0)Tests" }
    while let name = waiting.popLast() {
        guard needed.insert(name).inserted,
            let target = package.targets.first(where: { $0.name == name })
        else { continue }
        for dependency in target.dependencies {
            if case .byNameItem(let name, _) = dependency { waiting.append(name) }
        }
    }
    package.products = []
    package.targets.removeAll { !needed.contains($0.name) }
}
