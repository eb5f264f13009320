import Foundation
import Testing

/// What a user reads where something is wrong with what the program was given.
struct BadInputTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    @Test(arguments: [
        ("epochs: 0", "0 is out of range"), ("epochs: many", "‘many’ is not a whole number"),
        ("epoch: 3", "Did you mean `epochs`?"), ("epochs: [1, 2]", "a list stands where"),
        ("epochs: $rounds", "rounds"), ("epochs: 3\noptimizer: adan", "Did you mean `adam`?"),
    ])
    func trainOptionIsRefusedInItsPlace(option: String, message: String) throws {
        try expectInvalid(
            "```dataset digits\n```\n```model net\nhidden: [8]\n```\n```train run\nmodel: net\ndata: digits\n\(option)\n```\n",
            message, line: option.contains("optimizer") ? 10 : 9)
    }

    @Test(arguments: [
        ("```model net\nblocks: [8]\ndropout: 1.5\n```\n", "1.5 is out of range", 3),
        ("```dataset digits\nvalidation: 120%\n```\n", "120% is out of range", 2),
        ("```plot-confusoin\n```\n", "Did you mean `plot-confusion`?", 1),
        ("```evaluate\nrun: baseline\n```\n", "baseline", 2),
        ("```claims a\nclaims:\n  - claim: x\n    measured: a.count\n```\n", "cells wait for each other: a → a", 1),
        ("- item\n\n  ```model net\n  hidden: [8]\n  ```\n", "Move", 3),
        ("The figure is `= baseline.test.accuracy`.\n", "baseline.test.accuracy", 1),
        ("---\ntitle: [\n---\n", "the bracket is not closed", 2),
    ])
    func mistakeIsToldInItsPlace(text: String, message: String, line: Int) throws {
        try expectInvalid(text, message, line: line)
    }

    private func expectInvalid(_ text: String, _ message: String, line: Int) throws {
        try program.folder.write(text, to: "a.md")
        try program.folder.write("previous", to: "output/a.html")
        let outcome = try program.run(["run", "a.md"])
        #expect(outcome.code == 2, "\(outcome.standardError)")
        #expect(outcome.standardError.contains("a.md:\(line):"), "\(outcome.standardError)")
        #expect(outcome.standardError.contains(message), "\(outcome.standardError)")
        expectOneScreen(outcome.standardError)
        #expect(program.folder.text("output/a.html") == "previous")
    }

    @Test(arguments: ["", " \n\n"])
    func emptyNotebookIsInvalid(text: String) throws {
        try program.folder.write(text, to: "a.md")
        let outcome = try program.run(["run", "a.md"])
        #expect(outcome.code == 2)
        #expect(outcome.standardError.hasPrefix("a.md: error: the notebook is empty\n"))
    }

    @Test func noiseIsNoNotebook() throws {
        try program.folder.write(Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }), to: "a.md")
        let outcome = try program.run(["run", "a.md"])
        #expect(outcome.code == 2)
        #expect(outcome.standardError.contains("the file is not UTF-8"))
    }

    @Test func wrongMagicFailsTheCell() throws {
        try expectFailingData(TinyDigits(imageMagic: [0, 0, 13, 3]), naming: "train-images-idx3-ubyte")
    }

    @Test func countsThatDifferFailTheCell() throws {
        try expectFailingData(TinyDigits(surplusLabels: 3), naming: "43")
    }

    @Test func truncatedGzipFailsTheCell() throws {
        try TinyDigits().write(to: "mnist", in: program.folder)
        try program.folder.write(
            Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x63]), to: "mnist/train-images-idx3-ubyte.gz")
        try expectFailingCell(naming: "train-images-idx3-ubyte.gz")
    }

    @Test func missingDataFolderFailsTheCell() throws {
        try expectFailingCell(naming: "mnist")
    }

    private func expectFailingData(_ digits: TinyDigits, naming text: String) throws {
        try digits.write(to: "mnist", in: program.folder)
        try expectFailingCell(naming: text)
    }

    private func expectFailingCell(naming text: String) throws {
        try program.folder.write("```dataset digits\nfallback: synthetic\n```\n", to: "a.md")
        let outcome = try program.run(["run", "a.md", "--data", "mnist"])
        #expect(outcome.code == 1)
        #expect(outcome.standardError.contains("a.md:1:1: error: dataset `digits` failed: "))
        #expect(outcome.standardError.contains(text), "\(outcome.standardError)")
        expectOneScreen(outcome.standardError)
        #expect(program.folder.text("output/a.html")?.contains("failed") == true)
        // A second time there is a good page, which data that cannot be read must not cost.
        try program.folder.write(#"{"status": "ok"}"#, to: "output/a.json")
        try program.folder.write("previous", to: "output/a.html")
        let again = try program.run(["run", "a.md", "--data", "mnist"])
        #expect(again.code == 1)
        #expect(program.folder.text("output/a.html") == "previous")
        #expect(
            again.standardError.hasSuffix(
                "  output/a.html is left as it was: a run with failures replaces no good page\n"))
    }

    private func expectOneScreen(_ text: String) {
        #expect(text.split(separator: "\n").count <= 24)
        for sign in ["Fatal error", "Stack dump", "Swift.", "NSError", "Optional("] { #expect(!text.contains(sign)) }
    }
}
