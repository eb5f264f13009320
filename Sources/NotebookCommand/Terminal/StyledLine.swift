/// A line of text in pieces, each with its emphasis, measured without the escape sequences that colour it.
package struct StyledLine: Hashable, Sendable {
    private struct Piece: Hashable, Sendable {
        var text: String
        var emphasis: TextStyle.Emphasis?
    }

    private var pieces: [Piece] = []

    package init() {}

    package init(_ text: String, _ emphasis: TextStyle.Emphasis? = nil) {
        append(text, emphasis)
    }

    package mutating func append(_ text: String, _ emphasis: TextStyle.Emphasis? = nil) {
        pieces.append(Piece(text: text, emphasis: emphasis))
    }

    package var columns: Int { pieces.reduce(0) { $0 + $1.text.terminalColumns } }

    /// The line's text without any emphasis.
    package var plainText: String { pieces.map(\.text).joined() }

    /// The line, cut with an ellipsis where a terminal has not as many columns.
    package func text(_ style: TextStyle, columns limit: Int? = nil) -> String {
        guard let limit, columns > limit else { return pieces.map { style($0.text, $0.emphasis) }.joined() }
        var text = ""
        var room = limit
        for piece in pieces where room > 0 {
            // The ellipsis needs a column of its own where a later piece is cut off whole.
            let isLastThatFits = piece.text.terminalColumns >= room
            let cut = isLastThatFits ? (piece.text + " ").truncated(toColumns: room) : piece.text
            text += style(cut, piece.emphasis)
            room -= cut.terminalColumns
        }
        return text
    }
}
