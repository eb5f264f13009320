import MarkdownSyntax
import NotebookCore

/// Inline code of the prose that begins with `= ` and stands for a value.
struct InlineValue {
    /// The inline code as written, equals sign included.
    let literal: String
    let expression: ValueExpression

    /// All inline values of a document; what cannot be parsed goes to `diagnostics`.
    static func all(in document: MarkdownDocument, diagnostics: inout [Diagnostic]) -> [InlineValue] {
        var values: [InlineValue] = []
        for code in document.inlineCode {
            guard let text = expressionText(of: code.literal) else { continue }
            let offset = code.literal.unicodeScalars.count - text.unicodeScalars.count
            let place = SourceLocation(
                line: code.literalPosition.line, column: code.literalPosition.column + offset,
                length: max(1, text.unicodeScalars.count))
            do {
                values.append(
                    InlineValue(literal: code.literal, expression: try ValueExpression(parsing: text, at: place)))
            } catch {
                diagnostics.append(error)
            }
        }
        return values
    }

    /// The expression that inline code holds; nil where it is ordinary code.
    static func expressionText(of literal: String) -> String? {
        literal.hasPrefix("= ") ? String(literal.dropFirst(2)) : nil
    }
}
