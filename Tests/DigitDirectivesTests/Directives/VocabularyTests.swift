import Foundation
import NotebookCore
import NotebookSyntax
import Testing

@testable import DigitDirectives

@Suite struct VocabularyTests {
    @Test func namesEveryDirectiveOfTheIssue() {
        let wanted: Set = [
            "dataset", "explore-data", "model", "train", "evaluate", "plot-training", "plot-confusion",
            "confused-pairs",
            "show-failures", "plot-confidence", "plot-robustness", "compare", "measure-cost", "claims",
        ]
        #expect(wanted.isSubset(of: DigitDirectives.vocabulary.names))
    }

    @Test(arguments: DigitDirectives.vocabulary.names) func isDocumented(name: String) throws {
        let directive = try #require(DigitDirectives.vocabulary[name: name])
        #expect(ValuePath.isKebabCase(directive.name))
        #expect(directive.summary.hasSuffix("."))
        #expect(directive.example.hasPrefix("```\(name)"))
        #expect(!directive.discussion.isEmpty)
        for option in directive.options {
            #expect(ValuePath.isKebabCase(option.name))
            #expect(option.help.hasSuffix("."), "\(option.name)")
        }
        for publication in directive.publicationHelp {
            #expect(publication.help.hasSuffix("."), "\(publication.pattern)")
        }
    }

    @Test(arguments: DigitDirectives.vocabulary.names.filter { $0 != "claims" })
    func examplesCanBeRead(name: String) throws {
        let directive = try #require(DigitDirectives.vocabulary[name: name])
        let context = """
            ```dataset digits
            ```

            ```model cnn
            blocks: 4
            ```

            ```model mlp
            hidden: 8
            ```

            ```train baseline
            model: cnn
            data: digits
            epochs: 1
            ```

            ```train no-dropout
            model: cnn
            data: digits
            epochs: 1
            ```

            ```train mlp-baseline
            model: mlp
            data: digits
            epochs: 1
            ```
            """
        let cells = context.components(separatedBy: "\n\n").filter {
            !directive.example.hasPrefix($0.prefix(while: { $0 != "\n" }))
        }
        let text = (cells + [directive.example]).joined(separator: "\n\n")
        let reading = NotebookReader(vocabulary: DigitDirectives.vocabulary).read(text, file: "example.md")
        #expect(reading.diagnostics == [])
    }
}
