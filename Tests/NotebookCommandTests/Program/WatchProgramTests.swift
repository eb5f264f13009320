import Foundation
import Testing

struct WatchProgramTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.folder.write("# Title\n\nText.\n", to: "a.md")
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func signalEndsItInOrder(signal: Int32) throws {
        let outcome = try program.run(
            ["watch", "a.md", "--no-browser", "--port", "0"], sending: signal, onceItSays: "watching a.md")
        #expect(outcome.code == 128 + signal)
        #expect(outcome.standardError.hasSuffix(" — Ctrl-C ends\nno longer watching\n"))
        #expect(program.folder.text("output/a.html")?.contains("Title") == true)
    }

    @Test func opensTheBrowserUnlessToldNotTo() throws {
        try program.folder.write("#!/bin/sh\necho \"$1\" > opened\n", to: "bin/xdg-open")
        let opener = program.folder.url.appendingPathComponent("bin/xdg-open").path
        #expect(chmod(opener, 0o755) == 0)
        let command = #"PATH="$PWD/bin:$PATH"; "$0" "$@" & until [ -s opened ]; do sleep 0.05; done; kill %1; wait %1"#
        let outcome = try program.run(["watch", "a.md", "--port", "0"], command: command)
        #expect(outcome.code == 143)
        let address = try #require(outcome.standardError.firstMatch(of: /http:\S+/)).0
        #expect(program.folder.text("opened") == address + "\n")
    }

    @Test func saysWhereNoBrowserCanBeOpened() throws {
        let outcome = try program.run(
            ["watch", "a.md", "--port", "0"], command: #"PATH=/nowhere exec "$0" "$@""#, sending: SIGTERM,
            onceItSays: "note: no browser could be opened; open http://127.0.0.1:")
        #expect(outcome.code == 143)
    }
}
