// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither the build nor the tests of Rebound know of it. `Scripts/bench` builds it.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "rebound", path: "../..")],
    targets: [
        .executableTarget(
            name: "kernel-race",
            dependencies: [
                .product(name: "GraphAlgorithms", package: "rebound"),
                .product(name: "GraphFiles", package: "rebound"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ])
    ]
)
