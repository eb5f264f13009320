import NotebookCore
import NotebookEngine
import NotebookSyntax
import Testing

let testEnvironment = RunEnvironment(
    version: "1.0", operatingSystem: "Linux", processor: "a processor", kernels: "plain", threads: 2, seed: 1,
    parameters: [:])

func notebook(_ text: String) throws -> Notebook {
    let vocabulary = Vocabulary([FakeDirective.self, CountingDirective.self, ClaimsDirective.self])
    let reading = NotebookReader(vocabulary: vocabulary).read(text, file: "n.md")
    return try #require(reading.notebook, "\(reading.diagnostics)")
}

func run(_ text: String, seed: UInt64 = 1, stopsAtFirstFailure: Bool = false) async throws -> Run {
    var environment = testEnvironment
    environment.seed = seed
    return await Runner(
        settings: RunSettings(), environment: environment, stopsAtFirstFailure: stopsAtFirstFailure
    ).run(try notebook(text))
}
