import MarkdownSyntax
import Markup
import NotebookCore
import NotebookEngine

/// The head of a page: title, author and date, which data it rests on, how its claims came out, and what went wrong, if
/// anything did.
struct TitleBlock {
    let run: Run
    let outline: Outline
    let prose: ProseRenderer

    var element: Element {
        Element("header", .class("title-block")) {
            Element("h1", outline.titleAnchor.map { .id($0) }, ProseDirection.attribute(of: outline.title)) {
                if let content = outline.titleContent { prose.inlines(content) } else { outline.title }
            }
            if !byline.isEmpty { Element("p", .class("byline")) { byline } }
            DataBanner(run).element
            VerdictTally(run, numbering: prose.numbering).element
            problems
        }
    }

    @NodeBuilder
    private var byline: [Node] {
        if let author = run.notebook.frontMatter.author { Element("span") { author } }
        if let date = run.notebook.frontMatter.date { Element("span") { date } }
    }

    /// Cells that did not end well and expectations that do not hold, with links to them.
    private var problems: Element? {
        let stopped = run.cells.filter { $0.status == .failed || $0.status == .interrupted }
        let unmet = run.cells.filter { !($0.result?.failedExpectations ?? []).isEmpty }
        guard !stopped.isEmpty || !unmet.isEmpty else { return nil }
        return Element("div", .class("banner problem")) {
            for cell in stopped {
                Element("p") {
                    Element("strong") { cell.status == .failed ? "Failed: " : "Interrupted: " }
                    Element("a", .href("#" + CellRenderer.anchor(of: cell.cell))) {
                        BacktickedText(cell.cell.displayName).nodes
                    }
                    if let failure = cell.failure {
                        " – "
                        BacktickedText(failure.summary).nodes
                    }
                }
            }
            for cell in unmet {
                for expectation in cell.result?.failedExpectations ?? [] {
                    Element("p") {
                        Element("strong") { "Expectation not met: " }
                        Element("a", .href("#" + CellRenderer.anchor(of: cell.cell))) {
                            BacktickedText(expectation).nodes
                        }
                    }
                }
            }
        }
    }
}
