/// Fenced or indented code.
package struct CodeBlock: Sendable, Equatable {
    /// The words of the info string, as the file has them: `plot&amp;x` is not decoded. Empty for indented code.
    package let info: [InfoWord]
    /// The code: its lines, each ended by `\n`; empty where there are none.
    ///
    /// In a fenced block at the top level it is taken by line from the file; at most the fence's own indentation
    /// is removed from each line.
    package let literal: String
    /// The fence; nil for indented code.
    package let fence: Fence?
    /// The line of the file that the first line of `literal` is (or would be, where there is none).
    package let bodyLine: Int
    /// What the block lies in, the innermost; nil at the top level, the one place where directives are allowed.
    package let container: Container?
    /// How many spaces were removed from each line of the body; empty where none were.
    let removedIndents: [Int]

    /// A word of an info string.
    package struct InfoWord: Sendable, Equatable {
        /// The word as the file has it.
        package let text: String
        /// Where the word begins; in a nested block whose fence is not found, where the block begins.
        package let position: SourcePosition
    }

    /// The marks before and after fenced code.
    package struct Fence: Sendable, Equatable {
        /// "`" or "~".
        package let character: Character
        /// How many of them open the block, at least 3.
        package let length: Int
        /// Where the fence begins.
        package let position: SourcePosition
        /// Whether a closing fence was found; otherwise the block goes on to the end of the file.
        ///
        /// A block inside a container also ends where its container does.
        package let isClosed: Bool
    }

    /// What may hold a block.
    package enum Container: Sendable, Equatable {
        /// A quotation.
        case quote
        /// An item of a list.
        case listItem
        /// The definition of a footnote.
        case footnote
    }

    /// Whether the block is fenced and not inside a quote, list or footnote.
    package var isTopLevelFence: Bool { fence != nil && container == nil }

    /// The place in the file of a place in `literal`, whose lines and columns both count from 1.
    package func filePosition(ofLiteral position: SourcePosition) -> SourcePosition {
        let removed = removedIndents.indices.contains(position.line - 1) ? removedIndents[position.line - 1] : 0
        return SourcePosition(line: bodyLine + position.line - 1, column: position.column + removed)
    }
}
