// swift-tools-version: 6.2

import PackageDescription

/// Numeric loops are optimised in debug builds too: there they would be a hundred times slower.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"])]

let package = Package(
    name: "notebook",
    products: [
        .executable(name: "notebook", targets: ["notebook"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        // The tests serve downloads from loopback with it.
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        // C libraries, each imported by one Swift target.
        .systemLibrary(name: "CCMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // From text to page.
        .target(name: "MarkdownSyntax", dependencies: ["CCMarkGFM"]),
        .target(name: "NotebookCore", dependencies: ["MarkdownSyntax", "Yams"]),
        .target(
            name: "NotebookEngine",
            dependencies: ["MarkdownSyntax", "NotebookCore", .product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "Markup"),
        .target(name: "Charts", dependencies: ["Markup", "NotebookCore"]),
        .target(
            name: "NotebookRendering",
            dependencies: ["Charts", "CPNG", "MarkdownSyntax", "Markup", "NotebookCore", "NotebookEngine"]),

        // From pixels to predictions.
        .target(name: "TensorKernelsInterface"),
        .target(name: "TensorKernelsPlain", dependencies: ["TensorKernelsInterface"], swiftSettings: optimized),
        .target(name: "TensorKernels", dependencies: ["TensorKernelsInterface", "TensorKernelsPlain"]),
        .target(
            name: "NeuralNetwork",
            dependencies: ["TensorKernels", .product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "DigitData", dependencies: ["CZlib", .product(name: "Crypto", package: "swift-crypto")]),

        // Where both meet.
        .target(name: "DigitDirectives", dependencies: ["DigitData", "NeuralNetwork", "NotebookCore"]),
        .target(
            name: "NotebookCommand",
            dependencies: [
                "DigitDirectives", "NotebookCore", "NotebookEngine", "NotebookRendering",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "notebook", dependencies: ["NotebookCommand"]),

        .testTarget(name: "MarkdownSyntaxTests", dependencies: ["MarkdownSyntax"]),
        .testTarget(name: "NotebookCoreTests", dependencies: ["NotebookCore"]),
        .testTarget(name: "NotebookEngineTests", dependencies: ["NotebookEngine"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
        .testTarget(name: "NotebookRenderingTests", dependencies: ["NotebookRendering"]),
        .testTarget(name: "TensorKernelsTests", dependencies: ["TensorKernels"]),
        .testTarget(name: "NeuralNetworkTests", dependencies: ["NeuralNetwork"], resources: [.copy("References")]),
        .testTarget(
            name: "DigitDataTests",
            dependencies: ["DigitData", "FlyingFox", .product(name: "FlyingSocks", package: "FlyingFox")]),
        .testTarget(
            name: "DigitDirectivesTests", dependencies: ["DigitDirectives", "NeuralNetwork", "NotebookCore"]),
        .testTarget(name: "NotebookCommandTests", dependencies: ["NotebookCommand"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
        ]
}
