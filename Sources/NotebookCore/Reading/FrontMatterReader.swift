import MarkdownSyntax

/// Reads the YAML between `---` lines at the top of a notebook.
struct FrontMatterReader {
    /// What the command line says instead of the front matter.
    let overrides: NotebookOverrides

    private static let keys = ["title", "author", "date", "seed", "params", "toc", "theme"]

    /// The front matter, and the number of the first line below it.
    ///
    /// Every problem goes to `diagnostics`; what can be read is read all the same.
    func read(_ lines: SourceLines, into diagnostics: inout [Diagnostic]) -> (FrontMatter, firstLine: Int) {
        var frontMatter = FrontMatter()
        var firstLine = 1
        var parametersLocation = SourceLocation(line: 1)
        if !lines.numbers.isEmpty, Self.isFence(lines[1]) {
            let close = lines.numbers.dropFirst().first { Self.isFence(lines[$0]) || lines[$0].trimmed == "..." }
            if let close {
                firstLine = close + 1
                let yaml = (2..<close).map { String(lines[$0]) }.joined(separator: "\n")
                let reader = YAMLReader { line, column in SourceLocation(line: line + 1, column: column) }
                do throws(Diagnostic) {
                    for entry in try reader.mapping(in: yaml, of: "the front matter") {
                        if entry.key == "params" { parametersLocation = entry.keyLocation }
                        do throws(Diagnostic) {
                            try read(entry, into: &frontMatter, &diagnostics)
                        } catch {
                            diagnostics.append(error)
                        }
                    }
                } catch {
                    diagnostics.append(error)
                }
            } else {
                diagnostics.append(
                    Diagnostic(
                        at: SourceLocation(line: 1, length: 3), "the front matter is not closed",
                        remedy: "End it with a line `---`."))
                firstLine = lines.numbers.upperBound
            }
        }
        applyOverrides(to: &frontMatter, at: parametersLocation, &diagnostics)
        return (frontMatter, firstLine)
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }

    private func read(
        _ entry: OptionNode.Entry, into frontMatter: inout FrontMatter, _ diagnostics: inout [Diagnostic]
    ) throws(Diagnostic) {
        switch entry.key {
        case "title": frontMatter.title = try OptionType<String>.text.read(entry.value)
        case "author": frontMatter.author = try Self.authors(entry.value)
        case "date": frontMatter.date = try OptionType<String>.text.read(entry.value)
        case "seed":
            frontMatter.seed = UInt64(try OptionType<Int>.integer(in: 0...Int.max).read(entry.value))
        case "toc": frontMatter.showsContents = try OptionType<Bool>.boolean.read(entry.value)
        case "theme": frontMatter.theme = try OptionType<FrontMatter.Theme>.choice.read(entry.value)
        case "params": frontMatter.parameters = try parameters(entry.value, &diagnostics)
        default:
            let suggestion = Suggestion.closest(to: entry.key, among: Self.keys).map { "Did you mean `\($0)`?" }
            throw Diagnostic(
                at: entry.keyLocation, "the front matter has no `\(entry.key)`",
                remedy: suggestion ?? "It may have \(Self.keys.joined(separator: ", ")).")
        }
    }

    private static func authors(_ node: OptionNode) throws(Diagnostic) -> String {
        try OptionType<[String]>.list(of: .text).read(node).joined(separator: ", ")
    }

    private func parameters(
        _ node: OptionNode, _ diagnostics: inout [Diagnostic]
    ) throws(Diagnostic) -> [Parameter] {
        guard case .mapping(let entries) = node.content else {
            if case .scalar("") = node.content { return [] }
            throw Diagnostic(at: node.location, "`params` is a mapping", remedy: "Write one `name: default` a line.")
        }
        var parameters: [Parameter] = []
        for entry in entries {
            guard ValuePath.isKebabCase(entry.key) else {
                diagnostics.append(
                    Diagnostic(
                        at: entry.keyLocation, "‘\(entry.key)’ is no name for a parameter",
                        remedy: "Names are lower-case words joined by hyphens: `learning-rate`."))
                continue
            }
            do {
                let text = try entry.value.scalar(expected: "a number, yes or no, or text")
                parameters.append(
                    Parameter(
                        name: entry.key, kind: .init(ofDefault: text), text: text, location: entry.value.location))
            } catch { diagnostics.append(error) }
        }
        return parameters
    }

    private func applyOverrides(
        to frontMatter: inout FrontMatter, at location: SourceLocation, _ diagnostics: inout [Diagnostic]
    ) {
        if let seed = overrides.seed { frontMatter.seed = seed }
        for (name, text) in overrides.parameters.sorted(by: { $0.key < $1.key }) {
            guard let index = frontMatter.parameters.firstIndex(where: { $0.name == name }) else {
                let names = frontMatter.parameters.map(\.name)
                let suggestion = Suggestion.closest(to: name, among: names).map { "Did you mean `-P \($0)=…`?" }
                let known =
                    names.isEmpty
                    ? "It declares none; add `params:` to its front matter."
                    : "It declares \(names.map { "`\($0)`" }.joined(separator: ", "))."
                diagnostics.append(
                    Diagnostic(
                        at: location, "`-P \(name)=\(text)` sets a parameter that the notebook does not declare",
                        remedy: suggestion ?? known))
                continue
            }
            let kind = frontMatter.parameters[index].kind
            guard kind.accepts(text) else {
                diagnostics.append(
                    Diagnostic(
                        at: frontMatter.parameters[index].location,
                        "`-P \(name)=\(text)` is not a \(kind.rawValue), as the parameter's default is"))
                continue
            }
            frontMatter.parameters[index].text = text
        }
    }
}

extension Parameter.Kind {
    /// The kind that a default's spelling tells.
    fileprivate init(ofDefault text: String) {
        self =
            Int(text) != nil
            ? .integer
            : finiteNumber(text) != nil
                ? .number : ["yes", "no", "true", "false", "on", "off"].contains(text.lowercased()) ? .boolean : .text
    }

    fileprivate func accepts(_ text: String) -> Bool {
        switch self {
        case .integer: Int(text) != nil
        case .number: finiteNumber(text) != nil
        case .boolean: ["yes", "no", "true", "false", "on", "off"].contains(text.lowercased())
        case .text: true
        }
    }
}
