import NotebookCommand
import Testing

struct CommandLineTests {
    @Test(arguments: [
        (["rum", "a.md"], "error: there is no command `rum`\n  Did you mean `notebook run`?\n"),
        (["a.md"], "error: there is no command `a.md`\n  To run a notebook, write `notebook run a.md`.\n"),
        (
            ["frobnicate"],
            """
            error: there is no command `frobnicate`
              There are `run`, `watch`, `check`, `directives`, `init`, `export`, `diff`, `bench`, `clean`, `help`; `notebook --help` tells more.

            """
        ),
    ])
    func unknownCommandIsWrongUsage(arguments: [String], message: String) async throws {
        let session = try TestSession()
        #expect(await session.execute(arguments) == .usage)
        #expect(session.standardError.text == message)
        #expect(session.standardOutput.text.isEmpty)
    }

    @Test(arguments: [
        (["run"], "Missing expected argument '<file> ...'"),
        (["run", "a.md", "--colour"], "Unknown option '--colour'"),
        (
            ["run", "a.md", "-o", "x.html", "--output-dir", "y"],
            "--output and --output-dir exclude each other: name one."
        ),
        (["run", "a.md", "b.md", "-o", "x.html"], "--output takes a single notebook: use --output-dir for several."),
        (["run", "a.md", "--threads", "0"], "--threads takes a number from 1 to 1024."),
        (["run", "a.md", "--threads", "two"], "The value 'two' is invalid for '--threads <count>'"),
        (["run", "a.md", "--seed=-1"], "The value '-1' is invalid for '--seed <number>'"),
        (["run", "a.md", "--log-format", "xml"], "The value 'xml' is invalid for '--log-format <format>'"),
        (["run", "a.md", "-P", "epochs"], "write a name, an equals sign and a value: -P epochs=5"),
        (["clean", "a.md", "--cache-dir", "b"], "--cache-dir names the cache: leave the notebooks out."),
        (["clean", "--older-than", "30"], "write a number and a unit, s, min, h, d or w: --older-than 30d"),
        (["clean", "--max-size=-1"], "write a number and a unit, kB, MB or GB: --max-size 500MB"),
        (["run", "a.md", "-P", "n=1", "-P", "n=2"], "-P n=… is given twice: give it once."),
    ])
    func contradictoryArgumentsAreWrongUsage(arguments: [String], message: String) async throws {
        let session = try TestSession()
        try session.folder.write("Text.\n", to: "a.md")
        #expect(await session.execute(arguments) == .usage)
        #expect(session.standardError.text.contains(message))
        #expect(session.folder.contents == ["a.md"])
    }

    @Test(arguments: [["--help"], ["run", "--help"], ["help", "check"], []])
    func helpGoesToStandardOutput(arguments: [String]) async throws {
        let session = try TestSession()
        #expect(await session.execute(arguments) == .success)
        #expect(session.standardOutput.text.contains("USAGE: notebook"))
        #expect(session.standardError.text.isEmpty)
    }

    @Test func versionGoesToStandardOutput() async throws {
        let session = try TestSession()
        #expect(await session.execute("--version") == .success)
        #expect(session.standardOutput.text == programVersion + "\n")
    }
}
