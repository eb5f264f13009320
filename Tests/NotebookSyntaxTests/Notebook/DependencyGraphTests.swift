import NotebookCore
import NotebookSyntax
import Testing

struct DependencyGraphTests {
    private func order(_ text: String) throws -> [String] {
        let notebook = try #require(NotebookReader(vocabulary: fakeVocabulary).read(text, file: "n.md").notebook)
        return DependencyGraph(cells: notebook.cells).executionOrder.map { notebook.cells[$0].id }
    }

    @Test func keepsTheOrderOfTheFileWhereNothingElseIsSaid() throws {
        #expect(try order("```dataset b\n```\n```dataset a\n```") == ["b", "a"])
    }

    @Test func runsWhatAClaimRefersToForward() throws {
        let text = """
            ```claims summary
            claims:
              - claim: Accuracy
                measured: t.accuracy - d.images
            ```
            ```train t
            data: d
            ```
            ```dataset d
            ```
            """
        #expect(try order(text) == ["d", "t", "summary"])
    }

    @Test func needsNoRunForASharedStream() throws {
        let text = "```dataset d\n```\n```train a\ndata: d\nstream: b\n```\n```train b\ndata: d\n```"
        #expect(try order(text) == ["d", "a", "b"])
    }
}
