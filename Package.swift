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
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

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
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "rebound", targets: ["rebound"]),
        .library(name: "ReferralGraph", targets: ["ReferralGraph"]),
        .library(name: "GraphAlgorithms", targets: ["GraphAlgorithms"]),
        .library(name: "ReferralAnalysis", targets: ["ReferralAnalysis"]),
        .library(name: "ReferralFormats", targets: ["ReferralFormats"]),
        .library(name: "NetworkDrawing", targets: ["NetworkDrawing"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // Floor 5
        .executableTarget(
            name: "rebound", dependencies: ["ReboundCommands", "Graphviz"], swiftSettings: settings),
        // Floor 4
        library(
            "ReboundCommands",
            [
                "Workspace", "Reporting", "NetworkDrawing", "ReferralAnalysis", "ReferralFormats",
                "Graphviz", "ReferralGraph", argumentParser,
            ]),
        // Floor 3
        library(
            "Workspace",
            [
                "Reporting", "NetworkDrawing", "ReferralAnalysis", "ReferralFormats", "Graphviz",
                "ReferralGraph",
            ]),
        library("NetworkDrawing", ["ReferralAnalysis", "Graphviz", "ReferralGraph"]),
        library("Reporting", ["ReferralAnalysis", "ReferralFormats", "ReferralGraph"]),
        // Floor 2
        library("ReferralAnalysis", ["ReferralGraph", "GraphAlgorithms"]),
        // Floor 1
        library("ReferralFormats", ["ReferralGraph"]),
        library(
            "Graphviz",
            [
                "CGraphviz", subprocess,
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        // Floor 0
        library("ReferralGraph"),
        library("GraphAlgorithms"),
        .target(
            name: "CGraphviz",
            linkerSettings: [.linkedLibrary("gvc"), .linkedLibrary("cgraph")]),
        // Tests
        .target(
            name: "ReboundTestSupport",
            dependencies: ["ReferralGraph", "GraphAlgorithms"],
            path: "Tests/ReboundTestSupport",
            swiftSettings: settings),
        tests(of: "ReferralGraph"),
        tests(of: "GraphAlgorithms"),
        tests(of: "ReferralFormats", ["ReferralGraph"], exclude: ["Fixtures"]),
        tests(of: "Graphviz", ["rebound"]),
        tests(of: "ReferralAnalysis", ["ReferralFormats", "ReferralGraph", "GraphAlgorithms"]),
        tests(
            of: "NetworkDrawing",
            ["ReferralFormats", "ReferralAnalysis", "ReferralGraph", "Graphviz", "rebound"],
            exclude: ["Snapshots"]),
        tests(of: "Reporting", ["ReferralFormats", "ReferralAnalysis", "ReferralGraph"]),
        tests(
            of: "Workspace",
            ["rebound", "Graphviz", "Reporting", "ReferralFormats", "ReferralAnalysis", "ReferralGraph"]),
        .testTarget(
            name: "ReboundCommandsTests",
            dependencies: [
                "ReboundCommands", "rebound", "ReboundTestSupport", "ReferralAnalysis", "ReferralGraph",
                subprocess, .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: settings),
    ]
)
