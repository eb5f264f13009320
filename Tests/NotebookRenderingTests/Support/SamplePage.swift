import Foundation
import NotebookCore
import NotebookEngine
import NotebookSyntax
import Testing

@testable import NotebookRendering

/// Pages of small notebooks, read, run and rendered as the program does it.
enum SamplePage {
    static let environment = RunEnvironment(
        version: "1.2.3", operatingSystem: "Linux", processor: "a processor", kernels: "plain", threads: 2, seed: 7,
        parameters: ["epochs": "20"])

    static func run(_ text: String, file: String = "notebooks/sample.md") async throws -> Run {
        let vocabulary = Vocabulary([StubDirective.self, ClaimsDirective.self])
        let reading = NotebookReader(vocabulary: vocabulary).read(text, file: file)
        let notebook = try #require(reading.notebook, "\(reading.diagnostics)")
        return await Runner(settings: RunSettings(), environment: environment).run(notebook)
    }

    static func render(_ text: String, baseDirectory: URL? = nil) async throws -> RenderedPage {
        PageRenderer(run: try await run(text), baseDirectory: baseDirectory).html()
    }

    static func html(_ text: String) async throws -> String { try await render(text).html }

    /// What stands between the opening tag of the element `name` with `attributes` and its end tag.
    static func content(of name: String, _ attributes: String = "", in html: String) throws -> String {
        let start = try #require(html.range(of: "<\(name)\(attributes.isEmpty ? "" : " " + attributes)"))
        let open = try #require(html.range(of: ">", range: start.upperBound..<html.endIndex))
        let end = try #require(html.range(of: "</\(name)>", range: open.upperBound..<html.endIndex))
        return String(html[open.upperBound..<end.lowerBound])
    }

    /// A page with something of everything.
    static let everything = """
        ---
        title: A sample
        author: Somebody
        date: 2025-11-23
        ---

        The accuracy is `= percent(first.accuracy, 2)`, measured in `= duration(first.seconds)`; see [](#fig-second-2).[^a]

        ## First section

        ```stub first
        kind: chart
        data: MNIST
        ```

        ### A part of it

        ```stub second
        kind: everything
        ```

        ## Second section

        ```stub
        kind: hostile
        ```

        ```stub broken
        kind: failing
        ```

        ```stub
        needs: broken
        ```

        [^a]: A footnote.
        """
}
