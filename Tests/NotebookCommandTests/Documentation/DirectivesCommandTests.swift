import NotebookCommand
import Testing

struct DirectivesCommandTests {
    @Test func listsTheVocabularyWithSummaries() async throws {
        let session = try TestSession()
        #expect(await session.execute("directives") == .success)
        #expect(
            session.standardOutput.text == """
                claims   Sets what a report claims beside what this run measured, with a verdict for each claim.
                total    Adds whole numbers up.
                fail     Fails.
                wait     Waits for a file, or to be interrupted.

                `notebook directives NAME` tells everything about one of them.

                """)
    }

    @Test func tellsAllThatADirectiveDeclares() async throws {
        let session = try TestSession()
        #expect(await session.execute("directives", "total") == .success)
        #expect(
            session.standardOutput.text.hasPrefix(
                """
                total

                Adds whole numbers up.

                The numbers may be negative, as long as there is at least one of them.

                Label
                  Required.

                Options
                  numbers  (list of whole number from -1000 to 1000; required)
                      What is added up.
                  scale  (whole number from 1 to 10; default 1)
                      A factor for each number.

                Options of every directive
                  caption  (text; optional)
                """))
        #expect(
            session.standardOutput.text.hasSuffix(
                """
                Publishes
                  LABEL.total
                      The sum.
                  LABEL.seconds  (measurement)
                      How long it took.

                Example
                  ```total sum
                  numbers: [1, 2]
                  ```

                """))
    }

    @Test(arguments: [
        ("totall", "error: there is no directive `totall`\n  Did you mean `total`?\n"),
        ("plot", "error: there is no directive `plot`\n  `notebook directives` lists them all.\n"),
    ])
    func unknownDirectiveIsWrongUsage(name: String, message: String) async throws {
        let session = try TestSession()
        #expect(await session.execute("directives", name) == .usage)
        #expect(session.standardError.text == message)
    }

    @Test func textIsWrappedToTheTerminal() {
        let text = VocabularyOverview(
            TestSession.vocabulary, style: TextStyle(isEnabled: false), columns: 40
        ).text
        #expect(text.hasPrefix("claims   Sets what a report claims\n         beside what this run measured,\n"))
    }
}
