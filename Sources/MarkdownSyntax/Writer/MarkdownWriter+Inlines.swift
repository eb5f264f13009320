extension MarkdownWriter {
    /// Inlines as Markdown.
    ///
    /// - Parameters:
    ///   - onOneLine: Whether line endings have to become spaces.
    ///   - isInTable: Whether the text stands in a cell, where a vertical bar ends even code.
    func text(of content: [Inline], onOneLine: Bool = false, isInTable: Bool = false) -> String {
        let context = Context(isOnOneLine: onOneLine, isInTable: isInTable)
        return text(of: content, context)
    }

    private struct Context {
        let isOnOneLine: Bool
        let isInTable: Bool
    }

    private func text(of content: [Inline], _ context: Context) -> String {
        content.map { inline in
            replacement(of: inline)?.map { text(of: $0, context) }.joined() ?? text(of: inline, context)
        }.joined()
    }

    private func text(of inline: Inline, _ context: Context) -> String {
        func inner(_ content: [Inline]) -> String { text(of: content, context) }
        switch inline {
        case .text(let text): return text.escapedForMarkdown
        case .softBreak: return context.isOnOneLine ? " " : "\n"
        case .lineBreak: return context.isInTable ? "<br>" : context.isOnOneLine ? " " : "\\\n"
        case .code(let code): return codeSpan(code.literal, context)
        case .emphasis(let content): return emphasis(content, inner(content))
        case .strong(let content): return "**" + inner(content) + "**"
        case .strikethrough(let content): return "~~" + inner(content) + "~~"
        case .link(let link): return self.link(link, inner(link.content))
        case .image(let image):
            return "![\(image.content.plainText.escapedForMarkdown)](\(target(image.source, title: image.title)))"
        case .html(let html) where showsHTMLAsText: return html.lines.joined(separator: " ").escapedForMarkdown
        case .html(let html): return context.isOnOneLine ? html.lines.joined(separator: " ") : html
        case .footnoteReference(let reference):
            return "[^\(footnoteLabels[reference.number] ?? String(reference.number))]"
        }
    }

    /// With underscores around what is strong or emphasised itself, since asterisks in a row have a meaning of their own.
    private func emphasis(_ content: [Inline], _ inner: String) -> String {
        let touches = [content.first, content.last].contains { inline in
            switch inline {
            case .emphasis, .strong: true
            default: false
            }
        }
        return touches ? "_\(inner)_" : "*\(inner)*"
    }

    private func codeSpan(_ literal: String, _ context: Context) -> String {
        let fence = String(repeating: "`", count: literal.shortestMissingRun(of: "`"))
        let needsSpace =
            literal.hasPrefix("`") || literal.hasSuffix("`")
            || (literal.hasPrefix(" ") && literal.hasSuffix(" ") && literal.contains { $0 != " " })
        let padding = needsSpace ? " " : ""
        let text = context.isInTable ? literal.escaped { $0 == "|" } : literal
        return fence + padding + text + padding + fence
    }

    private func link(_ link: Inline.Link, _ inner: String) -> String {
        let isAutolink =
            link.title.isEmpty && link.content == [.text(link.destination)]
            && ["http://", "https://"].contains(where: link.destination.hasPrefix)
            && !link.destination.contains { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "\\" || $0 == "&" }
        return isAutolink ? "<\(link.destination)>" : "[\(inner)](\(target(link.destination, title: link.title)))"
    }

    private func target(_ destination: String, title: String) -> String {
        let isPlain =
            !destination.isEmpty && !destination.hasPrefix("<")
            && destination.allSatisfy { !$0.isWhitespace && !"()<>\\&".contains($0) }
        let address =
            isPlain ? destination : "<" + destination.escaped { "<>\\".contains($0) || $0 == "&" } + ">"
        return title.isEmpty ? address : "\(address) \"\(title.escaped { "\"\\&".contains($0) })\""
    }
}
