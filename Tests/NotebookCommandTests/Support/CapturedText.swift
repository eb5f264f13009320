import NotebookCommand
import Synchronization

/// What a command wrote to one of its outputs.
final class CapturedText: Sendable {
    private let captured = Mutex("")

    var text: String { captured.withLock(\.self) }

    /// An output that is no terminal.
    var plainOutput: TextOutput {
        TextOutput { text in self.captured.withLock { $0 += text } }
    }

    /// A terminal, `columns` wide.
    func terminal(columns: Int, usesColor: Bool = false) -> TextOutput {
        TextOutput(
            write: { text in self.captured.withLock { $0 += text } }, columns: { columns }, usesColor: usesColor,
            redrawsLines: true)
    }
}
