package import NotebookCore

/// What there is to know about one directive, written from its declaration.
package struct DirectiveDocumentation {
    private let directive: any Directive.Type
    private let style: TextStyle
    private let columns: Int

    package init(_ directive: any Directive.Type, style: TextStyle, columns: Int) {
        self.directive = directive
        self.style = style
        self.columns = columns
    }

    private static let indent = "  "
    private static let deepIndent = "      "

    package var text: String {
        let paragraphs = [directive.summary, directive.discussion].filter { !$0.isEmpty }
            .joined(separator: "\n\n").wrapped(toColumns: columns)
        let sections = [
            section("Label", directive.labelRule == .required ? "Required." : "Optional."),
            section("Options", directive.options.map(entry).joined(separator: "\n")),
            section("Options of every directive", PresentationOptions.all.map(entry).joined(separator: "\n")),
            section("Publishes", directive.publicationHelp.map(entry).joined(separator: "\n")),
            section("Example", directive.example.indented(by: Self.indent), isLaidOut: true),
        ]
        return ([style(directive.name, .strong), paragraphs] + sections.compactMap(\.self)).joined(separator: "\n\n")
            + "\n"
    }

    private func section(_ title: String, _ body: String, isLaidOut: Bool = false) -> String? {
        guard !body.isEmpty else { return nil }
        let needsIndent = !isLaidOut && !body.hasPrefix(Self.indent)
        return style(title, .strong) + "\n" + (needsIndent ? body.indented(by: Self.indent) : body)
    }

    private func entry(_ option: any AnyOption) -> String {
        let presence =
            switch option.defaultText {
            case nil: "required"
            case "": "optional"
            case let text?: "default \(text)"
            }
        return entry(option.name, remark: "\(option.typeName); \(presence)", help: option.help)
    }

    private func entry(_ publication: PublicationHelp) -> String {
        entry(
            publication.pattern, remark: publication.kind == .measurement ? "measurement" : nil,
            help: publication.help)
    }

    private func entry(_ name: String, remark: String?, help: String) -> String {
        let heading = Self.indent + style(name, .accent) + (remark.map { "  (\($0))" } ?? "")
        return heading + "\n" + help.wrapped(toColumns: columns, indent: Self.deepIndent)
    }
}

extension String {
    fileprivate func indented(by indent: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
    }
}
