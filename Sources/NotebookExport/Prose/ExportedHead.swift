import MarkdownSyntax
import NotebookCore
import NotebookEngine

/// What stands above and below the prose of an export: title, author, which data it rests on, how it was made.
struct ExportedHead {
    let run: Run

    /// Paragraphs of Markdown for the top.
    var paragraphs: [String] {
        var paragraphs: [String] = []
        let frontMatter = run.notebook.frontMatter
        if let title = frontMatter.title, title != firstHeading { paragraphs.append("# " + title.escapedOnOneLine) }
        let byline = [frontMatter.author, frontMatter.date].compactMap(\.self).joined(separator: " · ")
        if !byline.isEmpty { paragraphs.append("*\(byline.escapedOnOneLine)*") }
        return paragraphs + banners
    }

    /// Whether the notebook's first heading is the title, so that what belongs below the title has to wait for it.
    var followsFirstHeading: Bool {
        guard let firstHeading else { return false }
        return run.notebook.frontMatter.title == nil || run.notebook.frontMatter.title == firstHeading
    }

    private var firstHeading: String? {
        if case .heading(level: 1, let content)? = run.notebook.document.blocks.first?.content {
            content.plainText
        } else {
            nil
        }
    }

    private var banners: [String] {
        var told: Set<DataProvenance> = []
        return run.provenance.filter { told.insert($0).inserted }.map { data in
            let summary = data.summary.escapedOnOneLine
            guard let original = data.substituteFor?.escapedOnOneLine else { return "> **Data:** \(summary)" }
            return """
                > **These are not \(original) results.** Data: \(summary), standing in for \(original). Claims about \
                \(original) are marked as not applicable.
                """
        }
    }

    /// One paragraph of Markdown for the foot.
    var colophon: String {
        let environment = run.environment
        let parameters = environment.parameters.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let facts = ["seed \(environment.seed)", "kernels \(environment.kernels)"] + parameters
        let file = run.notebook.file.split(separator: "/").last.map(String.init) ?? ""
        let text = "Made by notebook \(environment.version) from \(file): \(facts.joined(separator: ", "))."
        return "*\(text.escapedOnOneLine)*"
    }
}
