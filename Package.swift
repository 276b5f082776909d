// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

/// One target of ours, with the settings that all of them share.
func stage(_ name: String, uses: [Target.Dependency], plugins: [Target.PluginUsage] = []) -> Target {
    .target(name: name, dependencies: uses, swiftSettings: strict, plugins: plugins)
}

func suite(_ name: String, uses: [Target.Dependency], resources: [Resource] = [], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: uses, exclude: exclude, resources: resources, swiftSettings: strict)
}

let package = Package(
    name: "waymark",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "waymark", targets: ["waymark"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // An arrow may only point up this list; Tests/ArchitectureTests reads the imports to keep it so.
        .systemLibrary(
            name: "CMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        // Nothing imports it: the program is linked with it where it is there, since a portfolio is millions of small values.
        .systemLibrary(name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
        .target(name: "Allocation"),
        stage("Diagnostics", uses: []),
        stage("Markup", uses: ["Diagnostics", "CMark", "CYAML"]),
        stage("Templates", uses: ["Diagnostics"]),
        stage("Journeys", uses: ["Diagnostics", "Markup"]),
        stage("Scoring", uses: ["Diagnostics", "Journeys"]),
        stage("Changes", uses: ["Diagnostics", "Markup", "Journeys", "Scoring"]),
        stage(
            "Pages", uses: ["Diagnostics", "Markup", "Templates", "Journeys", "Scoring", "Changes"],
            plugins: ["EmbedTemplates"]),
        stage("Disk", uses: ["Diagnostics", "Markup", "Templates", "Journeys", "Scoring", "Changes", "Pages"]),
        .executableTarget(
            name: "waymark",
            dependencies: [
                "Diagnostics", "Markup", "Templates", "Journeys", "Scoring", "Changes", "Pages", "Disk",
                "Allocation", .target(name: "CJemalloc", condition: .when(platforms: [.linux])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // Makes the templates and assets in `templates/` part of the binary.
        .plugin(
            name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"],
            path: "Sources/EmbedTemplates"),
        .executableTarget(name: "embed-templates", swiftSettings: strict),
        // What `script/bench` measures with.
        .executableTarget(name: "bench-portfolio", swiftSettings: strict),
        .executableTarget(name: "bench-floor", dependencies: ["CMark", "CYAML"]),

        suite("DiagnosticsTests", uses: ["Diagnostics"]),
        suite("MarkupTests", uses: ["Markup", "Diagnostics"]),
        suite(
            "TemplatesTests",
            uses: ["Templates", "Diagnostics", .product(name: "Mustache", package: "swift-mustache")]),
        suite("JourneysTests", uses: ["Journeys", "Markup", "Diagnostics"]),
        suite("ScoringTests", uses: ["Scoring", "Journeys", "Markup", "Diagnostics"]),
        suite("ChangesTests", uses: ["Changes", "Scoring", "Journeys", "Markup", "Diagnostics"]),
        suite(
            "PagesTests",
            uses: ["Pages", "Changes", "Scoring", "Journeys", "Markup", "Templates", "Diagnostics", "Disk"]),
        suite("DiskTests", uses: ["Disk", "Changes", "Pages", "Journeys", "Scoring", "Diagnostics"]),
        suite("CommandTests", uses: ["waymark", "Disk", "Changes", "Scoring", "Journeys", "Diagnostics"]),
        suite("ArchitectureTests", uses: []),
        suite("FuzzTests", uses: ["Changes", "Journeys", "Markup", "Diagnostics"]),
        suite(
            "GoldenTests",
            uses: ["Disk", "Pages", "Changes", "Scoring", "Journeys", "Markup", "Templates", "Diagnostics"],
            exclude: ["Portfolios"]),
    ]
)
