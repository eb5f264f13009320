import Foundation
import Testing

/// Whoever sees the program end otherwise than with 0 is told why: by words or by the log, with `--quiet`, and whether or not there
/// is a page of an earlier run.
struct ExitCauseTests {
    /// A way to go wrong, and what has to be told of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var arguments: [String]
        var notebook = ExitCauseTests.valid
        var code: Int32
        /// Where it is; nil for what is in no notebook.
        var place: (file: String, line: Int)?
        var cause: String
        var remedy: String?
        var environment = ""

        var testDescription: String { name }
    }

    /// How the program is asked to tell, and what an earlier run has left.
    struct Manner: Sendable, CustomTestStringConvertible {
        var isQuiet: Bool
        var isLog: Bool
        var hasPage: Bool

        static let all = [false, true].flatMap { isQuiet in
            [false, true].flatMap { isLog in
                [false, true].map { Manner(isQuiet: isQuiet, isLog: isLog, hasPage: $0) }
            }
        }

        var arguments: [String] { (isQuiet ? ["--quiet"] : []) + (isLog ? ["--log-format", "json"] : []) }
        var testDescription: String { "\(isQuiet ? "quiet" : "") \(isLog ? "log" : "") \(hasPage ? "page" : "")" }
    }

    static let valid = """
        ---
        params: {n: 4}
        ---
        ```model net
        hidden: [$n]
        ```

        """
    private static let digits = "```dataset digits\n```\n\n"
    private static let dependents = """
        ```model net
        hidden: [4]
        ```

        ```train run
        model: net
        data: digits
        epochs: 1
        ```

        ```evaluate
        run: run
        ```

        """
    private static let disappointing =
        "```model net\nhidden: [4]\n```\n\n```claims\nclaims:\n  - claim: The network is tiny\n"
        + "    measured: net.parameters\n    expect: \"< 5\"\n```\n"
    private static let bare =
        "```dataset digits\nsource: synthetic\nvalidation: 0\ntraining-limit: 20\ntest-limit: 10\n```\n\n"
        + "```explore-data\ndata: digits\nsplit: validation\n```\n"

    /// Faults of `run` in which the manner of telling makes a difference.
    static let faults = [
        Fault(
            name: "missing data", arguments: ["run", "a.md", "--data", "nope"], notebook: digits, code: 1,
            place: ("a.md", 1), cause: "--data nope: no such folder", remedy: "Let --data name the folder"),
        Fault(
            name: "missing data that other cells need", arguments: ["run", "a.md", "--data", "nope"],
            notebook: digits + dependents, code: 1, place: ("a.md", 1), cause: "--data nope: no such folder",
            remedy: "Let --data name the folder"),
        Fault(
            name: "damaged data", arguments: ["run", "a.md", "--data", "damaged"], notebook: digits, code: 1,
            place: ("a.md", 1), cause: "train-images-idx3-ubyte"),
        Fault(
            name: "failing cell", arguments: ["run", "a.md"], notebook: bare, code: 1, place: ("a.md", 8),
            cause: "the data set `digits` has no validation images", remedy: "Hold some out with"),
        Fault(
            name: "failing cell that ends the run", arguments: ["run", "a.md", "--fail-fast"], notebook: bare, code: 1,
            place: ("a.md", 8), cause: "the data set `digits` has no validation images", remedy: "Hold some out with"),
        Fault(
            name: "unmet expectation", arguments: ["run", "a.md"], notebook: disappointing, code: 3,
            place: ("a.md", 5), cause: "The network is tiny"),
        Fault(
            name: "invalid notebook", arguments: ["run", "a.md"], notebook: "```model net\nhiden: 4\n```\n", code: 2,
            place: ("a.md", 2), cause: "model has no option `hiden`", remedy: "Did you mean `hidden`?"),
        Fault(
            name: "notebook that is not there", arguments: ["run", "b.md"], code: 2, cause: "there is no such file",
            remedy: "Did you mean `a.md`?"),
        Fault(
            name: "notebook that is not text", arguments: ["run", "noise.md"], code: 2, place: ("noise.md", 1),
            cause: "the file is not UTF-8"),
        Fault(
            name: "undeclared parameter", arguments: ["run", "a.md", "-P", "m=3"], code: 2, place: ("a.md", 2),
            cause: "sets a parameter that the notebook does not declare", remedy: "Did you mean `-P n=…`?"),
        Fault(
            name: "parameter that an option refuses", arguments: ["run", "a.md", "-P", "n=0"], code: 2,
            place: ("a.md", 5), cause: "0 is out of range", remedy: "Write a whole number"),
        Fault(
            name: "damaged parameter file", arguments: ["run", "a.md", "--params", "bad.yml"], code: 2,
            place: ("bad.yml", 1), cause: "the bracket is not closed", remedy: "End the value with `]`"),
        Fault(
            name: "parameter file that is not there", arguments: ["run", "a.md", "--params", "p.yml"], code: 2,
            cause: "there is no such file"),
        Fault(
            name: "output that cannot be written", arguments: ["run", "a.md", "--output-dir", "bad.yml"], code: 1,
            cause: "bad.yml` is no folder", remedy: "Name a folder that you can write to"),
        Fault(
            name: "unknown cell to compute", arguments: ["run", "a.md", "--refresh", "nett"], code: 64,
            cause: "nett", remedy: "net"),
        Fault(
            name: "sweep without data", arguments: ["run", "a.md", "--data", "nope", "--sweep", "n=1,2"],
            notebook: "---\nparams: {n: 4}\n---\n" + digits, code: 1, place: ("a.md", 4),
            cause: "--data nope: no such folder", remedy: "Let --data name the folder"),
        Fault(
            name: "sweep without data, several at a time",
            arguments: ["run", "a.md", "--data", "nope", "--sweep", "n=1,2", "--jobs", "2"],
            notebook: "---\nparams: {n: 4}\n---\n" + digits, code: 1, place: ("a.md", 4),
            cause: "--data nope: no such folder", remedy: "Let --data name the folder"),
        Fault(
            name: "sweep over an undeclared parameter", arguments: ["run", "a.md", "--sweep", "m=1,2"], code: 2,
            place: ("a.md", 2), cause: "sets a parameter that the notebook does not declare",
            remedy: "Did you mean `--sweep n=…`?"),
        Fault(
            name: "unknown kernels", arguments: ["run", "a.md"], code: 64, cause: "v9",
            environment: "NOTEBOOK_KERNELS=v9"),
        Fault(
            name: "invalid notebook to check", arguments: ["check", "a.md"], notebook: "```modle net\n```\n", code: 2,
            place: ("a.md", 1), cause: "there is no directive `modle`", remedy: "Did you mean `model`?"),
        Fault(
            name: "notebook to watch that is not there", arguments: ["watch", "b.md", "--no-browser"], code: 2,
            cause: "there is no such file", remedy: "Did you mean `a.md`?"),
        Fault(
            name: "page to watch that cannot be written",
            arguments: ["watch", "a.md", "--no-browser", "--output-dir", "bad.yml"], code: 1,
            cause: "bad.yml` is no folder", remedy: "Name a folder that you can write to"),
    ]

    @Test(arguments: faults, Manner.all)
    func causeIsTold(of fault: Fault, in manner: Manner) throws {
        let program = try Program()
        try program.folder.write(fault.notebook, to: "a.md")
        try program.folder.write(Data([0x61, 0xFF, 0x62]), to: "noise.md")
        try program.folder.write("n: [1\n", to: "bad.yml")
        try TinyDigits(imageMagic: [0, 0, 13, 3]).write(to: "damaged", in: program.folder)
        if manner.hasPage {
            for name in ["a.html", "a.json", "a/index.html", "a/n=1.html", "a/n=2.html"] {
                try program.folder.write("previous", to: "output/\(name)")
            }
        }
        let outcome = try program.run(
            fault.arguments + manner.arguments,
            command: fault.environment.isEmpty ? nil : fault.environment + #" exec "$0" "$@""#)
        #expect(outcome.code == fault.code)
        if manner.isLog {
            try expectRecord(of: fault, in: outcome.standardError)
        } else {
            let text = outcome.standardError
            #expect(text.contains(fault.cause), "\(text)")
            if let place = fault.place { #expect(text.contains("\(place.file):\(place.line):"), "\(text)") }
            if let remedy = fault.remedy { #expect(text.contains(remedy), "\(text)") }
        }
    }

    /// What a record of the log says of a fault.
    private struct Record: Decodable {
        var file: String?
        var line: Int?
        var summary: String?
        var remedy: String?
        var failedExpectations: [String]?

        enum CodingKeys: String, CodingKey {
            case file, line, summary, remedy
            case failedExpectations = "failed-expectations"
        }
    }

    private func expectRecord(of fault: Fault, in log: String) throws {
        let records = try log.split(separator: "\n").map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
        let telling = records.first { record in
            ([record.summary ?? ""] + (record.failedExpectations ?? [])).contains { $0.contains(fault.cause) }
        }
        let record = try #require(telling, "\(log)")
        if let place = fault.place {
            #expect(record.file == place.file)
            // The cell's line, where the words name the claim's.
            #expect(record.line == place.line)
        }
        if let remedy = fault.remedy { #expect(record.remedy?.contains(remedy) == true, "\(log)") }
    }

    /// Commands that have neither `--quiet` nor a log, or end before they could heed them.
    @Test(
        arguments: [
            (["run"], 64, "Missing expected argument"), (["run", "a.md", "--bogus"], 64, "--bogus"),
            (["rum", "a.md"], 64, "Did you mean `notebook run`?"),
            (["run", "a.md", "--quiet", "--jobs", "0"], 64, "--jobs"),
            (["run", "a.md", "a.md", "--quiet"], 64, "named twice"),
            (["run", "a.md", "--quiet", "--output", "a.md"], 64, "would replace the notebook"),
            (["directives", "modle"], 64, "Did you mean `model`?"),
            (["init", "a.md"], 1, "a.md"), (["export", "a.md", "--to", "gfm", "--quiet"], 1, "Run it first"),
            (["export", "b.md", "--to", "gfm", "--quiet"], 2, "there is no such file"),
            (["diff", "x.json", "y.json"], 2, "`x.json` cannot be read"),
            (["diff", "a.md", "a.md"], 1, "Run it first"),
            (["diff", "b.md", "a.md"], 2, "there is no such file"), (["bench", "--data", "nope"], 1, "no such folder"),
        ] as [([String], Int32, String)])
    func commandTellsWhyItEnds(arguments: [String], code: Int32, cause: String) throws {
        let program = try Program()
        try program.folder.write(Self.valid, to: "a.md")
        let outcome = try program.run(arguments)
        #expect(outcome.code == code, "\(outcome.standardError)")
        #expect(outcome.standardError.contains(cause), "\(outcome.standardError)")
    }

    @Test(arguments: Manner.all)
    func interruptionIsTold(in manner: Manner) throws {
        let program = try Program()
        try TinyDigits().write(to: "mnist", in: program.folder)
        try program.folder.write(
            Self.digits + Self.dependents.replacing("epochs: 1", with: "epochs: 10000"), to: "a.md")
        if manner.hasPage { try program.folder.write("previous", to: "output/a.html") }
        // Once a checkpoint is there the training goes on.
        let outcome = try program.run(
            ["run", "a.md", "--data", "mnist"] + manner.arguments,
            command: #"""
                "$0" "$@" & program=$!
                while kill -0 $program && ! ls .notebook-cache/checkpoints/*; do sleep 0.02; done > /dev/null 2>&1
                kill -TERM $program; wait $program
                """#)
        #expect(outcome.code == 143, "\(outcome.standardError)")
        #expect(
            outcome.standardError.contains(manner.isLog ? #""event":"interrupted""# : "interrupted"),
            "\(outcome.standardError)")
    }
}
