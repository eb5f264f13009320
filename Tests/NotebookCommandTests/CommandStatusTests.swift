import NotebookCommand
import Testing

struct CommandStatusTests {
    @Test(arguments: [
        ([CommandStatus.success, .success], CommandStatus.success),
        ([.expectationFailed, .failed], .failed),
        ([.failed, .interrupted, .expectationFailed], .interrupted),
        ([.failed, .invalidNotebook], .invalidNotebook),
        ([.invalidNotebook, .usage], .usage),
        ([], .success),
    ])
    func mostImportantStatusStandsForAll(statuses: [CommandStatus], expected: CommandStatus) {
        #expect(CommandStatus.combining(statuses) == expected)
    }

    @Test func codesAreThoseOfTheDesign() {
        #expect(CommandStatus.allCases.map(\.rawValue) == [64, 2, 130, 143, 1, 3, 0])
    }
}
