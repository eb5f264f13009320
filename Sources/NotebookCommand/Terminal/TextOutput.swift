import Synchronization

/// A stream of text to the user, and what is known of who reads it.
package struct TextOutput: Sendable {
    /// Writes text as it is. Never fails: what a closed pipe does not take is dropped.
    package var write: @Sendable (String) -> Void
    /// The width of the terminal in columns at this moment; nil where no terminal reads.
    package var columns: @Sendable () -> Int?
    /// Whether text may carry colours.
    package var usesColor: Bool
    /// Whether a line can be drawn again in its place.
    package var redrawsLines: Bool

    package init(
        write: @escaping @Sendable (String) -> Void, columns: @escaping @Sendable () -> Int? = { nil },
        usesColor: Bool = false, redrawsLines: Bool = false
    ) {
        self.write = write
        self.columns = columns
        self.usesColor = usesColor
        self.redrawsLines = redrawsLines
    }

    package var style: TextStyle { TextStyle(isEnabled: usesColor) }
}

/// Text that waits to be written.
final class HeldText: Sendable {
    private let text = Mutex("")

    /// An output like `output` whose text waits here; nothing in it is drawn again.
    func output(like output: TextOutput) -> TextOutput {
        TextOutput(
            write: { text in self.text.withLock { $0 += text } }, columns: output.columns, usesColor: output.usesColor)
    }

    /// Everything so far, which is then gone from here.
    func take() -> String {
        text.withLock { text in
            defer { text = "" }
            return text
        }
    }
}
