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
            do {
                values.append(
                    InlineValue(
                        literal: code.literal,
                        expression: try ValueExpression(parsing: text, at: place(of: text, in: code))))
            } catch {
                diagnostics.append(error)
            }
        }
        return values
    }

    /// Warnings of inline code that would be a value if an ordinary space stood behind its equals sign.
    ///
    /// - Parameter isKnown: Whether a path could be a value of the notebook: `=x` alone is ordinary code.
    static func warningsOfMissingSpaces(
        in document: MarkdownDocument, isKnown: (ValuePath) -> Bool
    ) -> [Diagnostic] {
        document.inlineCode.compactMap { code in
            let trimmed = code.literal.trimmed
            guard expressionText(of: code.literal) == nil, trimmed.hasPrefix("=") else { return nil }
            let text = trimmed.dropFirst().trimmed
            let place = place(of: text, in: code)
            guard let expression = try? ValueExpression(parsing: text, at: place),
                expression.mentions.contains(where: { isKnown($0.path) })
            else { return nil }
            return Diagnostic(
                .warning, at: place,
                "the inline code is shown as it is: no ordinary space stands behind its equals sign",
                remedy: "Put spaces: `` `= \(text)` `` is the value.")
        }
    }

    /// The expression that inline code holds; nil where it is ordinary code.
    static func expressionText(of literal: String) -> String? {
        literal.hasPrefix("= ") ? String(literal.dropFirst(2)) : nil
    }

    /// The place of `text`, with which the code ends.
    private static func place(of text: String, in code: InlineCode) -> SourceLocation {
        let ending = code.literal.reversed().prefix { $0.isWhitespace }.count
        let offset =
            code.literal.unicodeScalars.count - text.unicodeScalars.count
            - (text.last?.isWhitespace ?? true ? 0 : ending)
        return SourceLocation(
            line: code.literalPosition.line, column: code.literalPosition.column + max(0, offset),
            length: max(1, text.unicodeScalars.count))
    }
}
