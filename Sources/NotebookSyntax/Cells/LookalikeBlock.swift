import MarkdownSyntax
import NotebookCore

/// A code block whose first word is no directive, with the options of one below it.
struct LookalikeBlock {
    /// The directives that have most of the options, those with the likest names first.
    let directives: [any Directive.Type]

    /// Words behind which `key: value` lines are nothing strange.
    private static let languages: Set<String> = [
        "yaml", "yml", "eyaml", "toml", "ini", "cfg", "conf", "config", "properties", "env", "dotenv", "json", "json5",
        "jsonc", "hjson", "http", "headers", "css", "scss", "sass", "less", "text", "txt", "plain", "plaintext", "none",
        "output", "console", "log", "markdown", "md", "mermaid", "diff", "patch", "dockerfile", "docker-compose",
        "compose",
        "graphql", "proto", "protobuf", "swagger", "openapi", "frontmatter", "front-matter", "gherkin", "feature",
        "rst",
        "python", "py", "swift", "ruby", "rb", "javascript", "js", "typescript", "ts", "jsx", "tsx", "kotlin", "scala",
        "java", "c", "cpp", "csharp", "go", "rust", "julia", "r", "sh", "bash", "zsh", "shell", "sql", "html", "xml",
        "make", "makefile", "cmake", "nix", "dhall", "cue", "hcl", "terraform", "lisp", "haskell", "elixir", "erlang",
    ]

    /// Nil where the block is ordinary code.
    ///
    /// - Parameter labels: Labels of the notebook's cells: a block without any word is only taken for a cell if it names one.
    init?(_ code: CodeBlock, vocabulary: Vocabulary, labels: Set<String>) {
        // Braces and dots are other tools' marks of a language.
        let word = code.info.first.map { $0.text.trimming { !$0.isLetter } }
        if let word,
            Self.languages.contains(word.lowercased()) || !word.allSatisfy({ $0.isLetter || "-_".contains($0) })
        {
            return nil
        }
        let lines = code.literal.split(separator: "\n").map(YAMLLine.init).filter { !$0.isBlank }
        let entries = lines.filter { $0.isEntry && $0.indent == 0 && !$0.isListItem }
        // Lists and mappings go on below the left margin.
        guard !entries.isEmpty, lines.allSatisfy({ $0.indent > 0 || $0.isEntry || $0.isListItem }) else { return nil }
        let keys = Set(entries.map(\.word))
        let ranked = vocabulary.directives.map { directive in
            (directive: directive, own: directive.options.count { keys.contains($0.name) })
        }
        guard let best = ranked.max(by: { $0.own < $1.own }), best.own > 0 else { return nil }
        let likest = ranked.filter { $0.own == best.own }.map(\.directive)
        let known = best.own + PresentationOptions.all.count { keys.contains($0.name) }
        let naming = entries.filter { entry in
            best.directive.options.contains { $0.name == entry.word && $0.form.namesCells }
        }
        let namesCell = naming.contains { labels.contains(String($0.value).trimmed) }
        let isMeant =
            word == nil
            ? namesCell && known == keys.count
            : 2 * known >= keys.count && (namesCell || best.own > 1 || !naming.isEmpty && known == keys.count)
        guard isMeant else { return nil }
        directives = likest.map { ($0, Suggestion.distance(from: word ?? "", to: $0.name)) }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }
}

extension String {
    /// The text without the characters at its ends that `isLeftOut` names.
    fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> String {
        String(drop(while: isLeftOut).reversed().drop(while: isLeftOut).reversed())
    }
}
