import Foundation
import NotebookCommand
import Testing

struct TextOutputTests {
    @Test func pipeIsNoTerminal() throws {
        let pipe = Pipe()
        let output = TextOutput(
            descriptor: pipe.fileHandleForWriting.fileDescriptor, environment: ["TERM": "xterm-256color"])
        #expect(output.columns() == nil)
        #expect(!output.usesColor)
        #expect(!output.redrawsLines)
        output.write("grüße\n")
        #expect(pipe.fileHandleForReading.availableData == Data("grüße\n".utf8))
    }

    @Test(arguments: [
        (["TERM": "xterm"], true, true), (["TERM": "xterm", "NO_COLOR": "1"], false, true),
        (["TERM": "xterm", "NO_COLOR": ""], true, true), (["TERM": "dumb"], false, false), ([:], false, false),
    ])
    func coloursObeyTheEnvironment(environment: [String: String], usesColor: Bool, redrawsLines: Bool) throws {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        defer { close(terminal) }
        let output = TextOutput(descriptor: terminal, environment: environment)
        #expect(output.usesColor == usesColor)
        #expect(output.redrawsLines == redrawsLines)
    }

    @Test func widthFollowsTheTerminal() throws {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        defer { close(terminal) }
        let output = TextOutput(descriptor: terminal, environment: ["TERM": "xterm"])
        #expect(output.columns() == 80)
        var size = winsize(ws_row: 30, ws_col: 41, ws_xpixel: 0, ws_ypixel: 0)
        #expect(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
        #expect(output.columns() == 41)
    }
}
