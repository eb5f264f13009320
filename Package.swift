// swift-tools-version: 6.2

import PackageDescription

/// Numeric loops are optimised in debug builds too: there they would be a hundred times slower.
///
/// Whole modules in one thread, because an object file for each source file is what a debug build looks for.
let optimization = ["-wmo", "-num-threads", "1", "-disable-batch-mode"]

/// The folder of SIMD kernels, compiled once for each instruction set of the processor architecture.
#if arch(x86_64)
    let simdTargets: [Target] = [
        simdTarget("TensorKernelsBaseline", flags: []),
        simdTarget("TensorKernelsV3", define: "KERNELS_V3", flags: ["-Xcc", "-march=x86-64-v3"]),
        simdTarget("TensorKernelsV4", define: "KERNELS_V4", flags: ["-Xcc", "-march=x86-64-v4"]),
    ]
#else
    let simdTargets: [Target] = [simdTarget("TensorKernelsBaseline", flags: [])]
#endif

/// `-fno-math-errno` lets a square root be one instruction, instead of a call for the sake of an error number.
func simdTarget(_ name: String, define: String? = nil, flags: [String]) -> Target {
    .target(
        name: name, dependencies: ["TensorKernelsInterface", "CPrefetch"],
        swiftSettings: [.unsafeFlags(["-Ounchecked", "-Xcc", "-fno-math-errno"] + optimization + flags)]
            + (define.map { [.define($0)] } ?? []))
}

/// The files that the page's script is joined from.
let pageScripts = [
    "page", "theme", "contents", "copy", "tables", "values", "downloads", "charts", "confusion", "filters", "enlarge",
]

let package = Package(
    name: "notebook",
    products: [
        .executable(name: "notebook", targets: ["notebook"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        // `watch` serves pages with it, and the tests downloads.
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        // C libraries, each imported by one Swift target.
        .systemLibrary(name: "CCMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Used on both ways.
        .target(name: "Digests", dependencies: ["COpenSSL"]),

        // From text to page.
        .target(name: "MarkdownSyntax", dependencies: ["CCMarkGFM"]),
        .target(name: "NotebookCore", dependencies: ["MarkdownSyntax"]),
        .target(name: "NotebookSyntax", dependencies: ["MarkdownSyntax", "NotebookCore", "Yams"]),
        .target(
            name: "NotebookEngine",
            dependencies: ["Digests", "MarkdownSyntax", "NotebookCore"]),
        .target(name: "Markup"),
        .target(name: "Charts", dependencies: ["Markup", "NotebookCore"]),
        .target(
            name: "NotebookRendering",
            dependencies: [
                "Charts", "CPNG", "Digests", "MarkdownSyntax", "Markup", "NotebookCore", "NotebookEngine",
            ],
            resources: pageScripts.map { .embedInCode("Scripts/\($0).js") }
                + ["patch.js", "live.js", "live.css"].map { .embedInCode("Live/\($0)") }),
        .target(
            name: "NotebookExport",
            dependencies: [
                "Charts", "MarkdownSyntax", "Markup", "NotebookCore", "NotebookEngine", "NotebookRendering",
            ]),
        .target(name: "NotebookComparison", dependencies: ["MarkdownSyntax", "NotebookCore", "NotebookEngine"]),

        // From pixels to predictions.
        .target(name: "CPrefetch"),
        .target(name: "TensorKernelsInterface"),
        .target(
            name: "TensorKernelsPlain", dependencies: ["TensorKernelsInterface"],
            swiftSettings: [.unsafeFlags(["-O"] + optimization)]),
        .target(
            name: "TensorKernels",
            dependencies: ["TensorKernelsInterface", "TensorKernelsPlain"] + simdTargets.map { .byName(name: $0.name) }),
        .target(name: "CProcessors"),
        .target(name: "NeuralNetwork", dependencies: ["CProcessors", "Digests", "TensorKernels"]),
        .target(name: "DigitData", dependencies: ["CZlib", "Digests"]),

        // Where both meet.
        .target(name: "DigitDirectives", dependencies: ["DigitData", "NeuralNetwork", "NotebookCore"]),
        .target(
            name: "NotebookCommand",
            dependencies: [
                "Digests", "DigitData", "DigitDirectives", "MarkdownSyntax", "NeuralNetwork", "NotebookCore",
                "NotebookEngine", "NotebookComparison", "NotebookExport", "NotebookRendering", "NotebookSyntax",
                "TensorKernels",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                "FlyingFox", .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
        .executableTarget(name: "notebook", dependencies: ["NotebookCommand"]),

        .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
        .testTarget(name: "MarkdownSyntaxTests", dependencies: ["MarkdownSyntax"]),
        .testTarget(
            name: "NotebookCoreTests", dependencies: ["NotebookCore"], exclude: ["Statistics/record.py"],
            resources: [.copy("Statistics/references.json")]),
        .testTarget(name: "NotebookSyntaxTests", dependencies: ["NotebookCore", "NotebookSyntax"]),
        .testTarget(
            name: "NotebookEngineTests",
            dependencies: ["MarkdownSyntax", "NotebookCore", "NotebookEngine", "NotebookSyntax", "TemporaryFolders"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
        .target(name: "Snapshots", path: "Tests/Snapshots"),
        .target(name: "TemporaryFolders", path: "Tests/TemporaryFolders"),
        .target(name: "LongWork", dependencies: ["NotebookEngine"], path: "Tests/LongWork"),
        .testTarget(
            name: "ChartsTests", dependencies: ["Charts", "Markup", "NotebookCore", "Snapshots"],
            exclude: ["Drawing/Snapshots"]),
        .testTarget(
            name: "NotebookRenderingTests",
            dependencies: [
                "CPNG", "Digests", "MarkdownSyntax", "Markup", "NotebookCore", "NotebookEngine", "NotebookRendering",
                "NotebookSyntax", "Snapshots",
            ],
            exclude: ["Cells/Snapshots", "Prose/Snapshots"]),
        .testTarget(
            name: "NotebookExportTests",
            dependencies: [
                "MarkdownSyntax", "NotebookCore", "NotebookEngine", "NotebookExport", "NotebookSyntax", "Snapshots",
            ],
            exclude: ["Snapshots"]),
        .testTarget(name: "NotebookComparisonTests", dependencies: ["NotebookComparison"]),
        .testTarget(name: "TensorKernelsTests", dependencies: ["TensorKernels", "TensorKernelsInterface"]),
        .testTarget(
            name: "NeuralNetworkTests", dependencies: ["NeuralNetwork", "TensorKernels"],
            resources: [.copy("References")]),
        .testTarget(
            name: "DigitDataTests",
            dependencies: ["DigitData", "FlyingFox", .product(name: "FlyingSocks", package: "FlyingFox")]),
        .testTarget(
            name: "DigitDirectivesTests",
            dependencies: [
                "Digests", "DigitData", "DigitDirectives", "LongWork", "NeuralNetwork", "NotebookCore",
                "NotebookEngine", "NotebookSyntax", "TensorKernels",
            ],
            exclude: ["Golden/results.txt"]),
        .testTarget(
            name: "NotebookCommandTests",
            dependencies: [
                "DigitDirectives", "MarkdownSyntax", "NotebookCommand", "NotebookCore", "NotebookEngine",
                "NotebookSyntax", "LongWork", "TemporaryFolders",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
    ] + simdTargets,
    swiftLanguageModes: [.v6]
)

/// On Linux a release has Swift's libraries in itself: it starts and reruns a quarter faster, and runs where Swift is not
/// installed. Foundation's networking needs libcurl then. The linker is Swift's own, which does not warn of Foundation's calls.
let isStandalone = BuildSettingCondition.when(platforms: [.linux], configuration: .release)

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .unsafeFlags(["-static-stdlib"], isStandalone),
        ]
    if target.type == .executable {
        target.linkerSettings = [.unsafeFlags(["-static-stdlib", "-use-ld=lld"], isStandalone)]
    }
}
