import Foundation
import Synchronization
import Testing

struct InterruptionTests {
    private let program: Program

    init() throws {
        program = try Program()
        try TinyDigits().write(to: "mnist", in: program.folder)
        try program.folder.write(
            """
            ```dataset digits
            ```

            ```model net
            hidden: [4]
            ```

            ```train run
            model: net
            data: digits
            epochs: 10000
            ```

            """, to: "a.md")
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func signalEndsTheRunInOrder(signal: Int32) throws {
        let outcome = try program.run(
            ["run", "a.md", "--data", "mnist"], sending: signal, onceItSays: "epoch 2 of")
        #expect(outcome.code == 128 + signal)
        #expect(outcome.standardError.contains("\n  interrupted; once more ends at once\n"))
        #expect(outcome.standardError.contains("  output/a.html and output/a.json: 3 cells, 1 interrupted in "))
        #expect(program.folder.text("output/a.json")?.contains(#""status" : "interrupted""#) == true)
        #expect(!program.folder.contents.contains { $0.hasPrefix("output/.") })
    }
}
