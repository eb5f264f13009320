import NotebookCore
import NotebookSyntax
import Testing

@testable import NotebookEngine

struct CellKeyTests {
    /// A directive whose results changed.
    private struct ChangedDirective: Directive {
        static let name = "fake"
        static let summary = ""
        static let example = ""
        static let version = FakeDirective.version + 1
        static let options: [any AnyOption] = [FakeDirective.behaviour]

        init(_ arguments: DirectiveArguments) {}

        func run(in context: CellContext) -> CellResult { CellResult() }
    }

    private func key(_ vocabulary: [any Directive.Type]) throws -> CellKey {
        let reading = NotebookReader(vocabulary: Vocabulary(vocabulary)).read("```fake a\n```", file: "n.md")
        let cell = try #require(reading.notebook?.cells.first)
        return CellKey(
            cell, in: testEnvironment, runValues: RunValues(seed: 1, parameters: []), findings: CellFindings(),
            substituteFor: nil,
            needing: [])
    }

    @Test func raisedVersionIsAnotherKey() throws {
        let before = try key([FakeDirective.self])
        let after = try key([ChangedDirective.self])
        #expect(before.digest != after.digest)
        #expect(
            InputChange.between(before.inputs, after.inputs).first { $0.name == "version of fake" }
                == InputChange("version of fake", from: "1", to: "2"))
    }

    @Test func everyInputIsToldApartFromItsNeighbours() {
        let lists = [
            [KeyInput("ab", "c")], [KeyInput("a", "bc")], [KeyInput("a", "b"), KeyInput("c", "")],
            [KeyInput("a", "b"), KeyInput("c", "d")], [KeyInput("a", "bcd")], [],
        ]
        #expect(Set(lists.map { CellKey($0).digest }).count == lists.count)
    }

    @Test func orderOfInputsIsNoInput() {
        let inputs = [KeyInput("a", "1"), KeyInput("b", "2", .extent), KeyInput("c", "3", .wording)]
        #expect(CellKey(inputs) == CellKey(inputs.reversed()))
    }

    @Test func scopesDecideWhatAnInputTellsApart() {
        func key(_ work: String, _ extent: String, _ wording: String) -> CellKey {
            CellKey([KeyInput("a", work), KeyInput("b", extent, .extent), KeyInput("c", wording, .wording)])
        }
        let base = key("1", "1", "1")
        let otherWording = key("1", "1", "2")
        #expect(otherWording.digest != base.digest)
        #expect(otherWording.identity == base.identity)
        let otherExtent = key("1", "2", "1")
        #expect(otherExtent.identity != base.identity)
        #expect(otherExtent.checkpoint == base.checkpoint)
        #expect(key("2", "1", "1").checkpoint != base.checkpoint)
    }

    @Test func foundInputsArePartOfTheKey() throws {
        let reading = NotebookReader(vocabulary: Vocabulary([FakeDirective.self])).read("```fake a\n```", file: "n.md")
        let cell = try #require(reading.notebook?.cells.first)
        let keys = ["1", "2"].map { digest in
            CellKey(
                cell, in: testEnvironment, runValues: RunValues(seed: 1, parameters: []),
                findings: CellFindings(inputs: ["file f": digest]), substituteFor: nil, needing: [])
        }
        #expect(keys[0].digest != keys[1].digest)
    }
}
