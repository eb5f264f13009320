import NotebookEngine
import Testing

struct InlineTextTests {
    private let text =
        "`= fixed(a.seconds, 1)` `= b.bits` `= a.undefined` `= a.bits - 1` `code`\n\n"
        + "```fake a\n```\n```fake f\nbehaviour: fail\n```\n```fake b\nneeds: f\n```"

    @Test(
        arguments: [
            ("= fixed(a.seconds, 1)", .value("1.5", isMeasurement: true)),
            ("= a.undefined", .value("–", isMeasurement: false)),
            ("= b.bits", .unavailable("fake `b` was skipped")), ("= a.bits - 1", .unavailable("`a.bits` is text")),
            ("code", nil),
        ] as [(String, InlineText?)])
    func standsForTheValue(literal: String, expected: InlineText?) async throws {
        #expect(try await run(text).inlineText(for: literal) == expected)
    }
}
