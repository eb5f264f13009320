import MarkdownSyntax
import NotebookCore

/// Reads the YAML between `---` lines at the top of a notebook.
struct FrontMatterReader {
    /// What the command line says instead of the front matter.
    let overrides: NotebookOverrides

    private static let keys = ["title", "author", "date", "seed", "params", "toc", "theme", "lang", "dir"]

    /// What came of reading.
    struct Reading {
        var frontMatter = FrontMatter()
        /// The number of the first line below the front matter.
        var firstLine = 1
        var diagnostics: [Diagnostic] = []
        /// What is wrong with the parameter file, in places of that file.
        var parameterFileDiagnostics: [Diagnostic] = []
    }

    /// Reads the front matter of `file`; what can be read is read, whatever is wrong with the rest.
    func read(_ lines: SourceLines, file: String) -> Reading {
        var reading = Reading()
        var parametersLocation = SourceLocation(line: 1)
        if !lines.numbers.isEmpty, Self.isFence(lines[1]) {
            let close = lines.numbers.dropFirst().first { Self.isFence(lines[$0]) || lines[$0].trimmed == "..." }
            if let close {
                reading.firstLine = close + 1
                let yaml = (2..<close).map { String(lines[$0]) }.joined(separator: "\n")
                let reader = YAMLReader(keys: YAMLKeys(own: Self.keys)) { line, column in
                    SourceLocation(line: line + 1, column: column)
                }
                var unknown: [OptionNode.Entry] = []
                do throws(Diagnostic) {
                    for entry in try reader.mapping(in: yaml, of: "the front matter") {
                        if entry.key == "params" { parametersLocation = entry.keyLocation }
                        guard Self.keys.contains(entry.key) else {
                            unknown.append(entry)
                            continue
                        }
                        // An empty key is as good as none.
                        if entry.value.isEmpty { continue }
                        do throws(Diagnostic) {
                            try read(entry, into: &reading)
                        } catch {
                            reading.diagnostics.append(error)
                        }
                    }
                } catch {
                    reading.diagnostics.append(error)
                }
                reading.diagnostics += Self.diagnostics(for: unknown)
            } else {
                reading.diagnostics.append(
                    Diagnostic(
                        at: SourceLocation(line: 1, length: 3), "the front matter is not closed",
                        remedy: "End it with a line `---`."))
                reading.firstLine = lines.numbers.upperBound
            }
        }
        if let seed = overrides.seed { reading.frontMatter.seed = seed }
        let overriding = ParameterOverriding(
            reading.frontMatter.parameters, with: overrides.parameters, file: file, location: parametersLocation)
        reading.frontMatter.parameters = overriding.parameters
        reading.diagnostics += overriding.diagnostics
        reading.parameterFileDiagnostics = overriding.fileDiagnostics
        return reading
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }

    private func read(_ entry: OptionNode.Entry, into reading: inout Reading) throws(Diagnostic) {
        switch entry.key {
        case "title": reading.frontMatter.title = try OptionType<String>.text.read(entry.value)
        case "author": reading.frontMatter.author = try Self.authors(entry.value)
        case "date": reading.frontMatter.date = try OptionType<String>.text.read(entry.value)
        case "seed":
            reading.frontMatter.seed = UInt64(try OptionType<Int>.integer(in: 0...Int.max).read(entry.value))
        case "toc": reading.frontMatter.showsContents = try OptionType<Bool>.boolean.read(entry.value)
        case "theme": reading.frontMatter.theme = try OptionType<FrontMatter.Theme>.choice.read(entry.value)
        case "lang": reading.frontMatter.language = try Self.language(entry.value)
        case "dir": reading.frontMatter.direction = try OptionType<FrontMatter.Direction>.choice.read(entry.value)
        case "params":
            reading.frontMatter.parameters = try ParameterReader.parameters(entry.value, into: &reading.diagnostics)
        default: preconditionFailure("`\(entry.key)` is among the keys, but is not read")
        }
    }

    /// Slips are errors; other programs' keys, which many Markdown files have, are told of in one warning.
    private static func diagnostics(for unknown: [OptionNode.Entry]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var foreign: [OptionNode.Entry] = []
        for entry in unknown {
            if let meant = Suggestion.closest(to: entry.key, among: keys, within: 1) {
                diagnostics.append(
                    Diagnostic(
                        at: entry.keyLocation, "the front matter has no `\(entry.key)`",
                        remedy: "Did you mean `\(meant)`?"))
            } else {
                foreign.append(entry)
            }
        }
        if let first = foreign.first {
            let names = foreign.map { "`\($0.key)`" }.joinedAsWords
            diagnostics.append(
                Diagnostic(
                    .warning, at: first.keyLocation,
                    "\(names) in the front matter \(foreign.count == 1 ? "has" : "have") no effect",
                    remedy: "A notebook's front matter may have \(keys.joinedAsWords)."))
        }
        return diagnostics
    }

    private static func language(_ node: OptionNode) throws(Diagnostic) -> String {
        let text = try OptionType<String>.text.read(node).trimmed
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        guard isTag, let primary = parts.first, primary.count >= 2, primary.allSatisfy(\.isLetter) else {
            throw Diagnostic(
                at: node.location, "‘\(text)’ is no language tag",
                remedy: "Write one of BCP 47, such as `en`, `de`, `pt-BR` or `ar`.")
        }
        return text
    }

    private static func authors(_ node: OptionNode) throws(Diagnostic) -> String {
        let names = OptionNode(.sequence(node.elements.filter { !$0.isEmpty }), at: node.location)
        return try OptionType<[String]>.list(of: .text).read(names).joined(separator: ", ")
    }
}
