import Foundation
import MarkdownSyntax
import NotebookCore

/// The headings of a page: their anchors, their levels, and which of them is the title.
struct Outline {
    struct Heading {
        var anchor: String
        /// 2…6, at most one more than that of the heading before; the page's title alone has level 1.
        var level: Int
        var content: [Inline]
    }

    /// The page's title as plain text: the front matter's, the first heading's, or the file's name.
    let title: String
    /// The title as prose, where the first heading is it.
    let titleContent: [Inline]?
    /// The anchor of the heading that is the title, if one is.
    let titleAnchor: String?
    /// The blocks below the title.
    let body: [Block]
    /// Headings at the top level of the body, in order.
    let headings: [Heading]
    private let byLine: [Int: Heading]

    /// - Parameter reserved: Anchors that other parts of the page have.
    init(_ document: MarkdownDocument, frontMatter: FrontMatter, file: String, reserved: Set<String>) {
        var body = document.blocks
        var slugger = Slugger(reserved: reserved)
        var titleContent: [Inline]?
        var titleAnchor: String?
        if case .heading(level: 1, let content)? = body.first?.content {
            // A first heading that repeats the front matter's title would stand twice.
            if frontMatter.title == nil || frontMatter.title == content.plainText {
                if frontMatter.title == nil { titleContent = content }
                titleAnchor = slugger.slug(for: content.plainText)
                body.removeFirst()
            }
        }
        var found: [(line: Int, level: Int, content: [Inline])] = []
        for block in body + document.footnotes.flatMap(\.blocks) {
            block.visitBlocks { block in
                if case .heading(let level, let content) = block.content {
                    found.append((block.lines.lowerBound, level, content))
                }
            }
        }
        // The title has level 1, so that other headings of level 1 move down, and all others with them.
        let shift = found.contains { $0.level == 1 } ? 1 : 0
        var byLine: [Int: Heading] = [:]
        var previous = 1
        for heading in found {
            let level = min(heading.level + shift, previous + 1, 6)
            previous = level
            byLine[heading.line] = Heading(
                anchor: slugger.slug(for: heading.content.plainText), level: level, content: heading.content)
        }
        let name = URL(filePath: file).deletingPathExtension().lastPathComponent
        title = frontMatter.title ?? titleContent?.plainText ?? (name.isEmpty ? "Notebook" : name)
        self.titleContent = titleContent
        self.titleAnchor = titleAnchor
        self.body = body
        self.byLine = byLine
        headings = body.compactMap { block in
            if case .heading = block.content { byLine[block.lines.lowerBound] } else { nil }
        }
    }

    /// The heading that begins on a line of the file.
    func heading(onLine line: Int) -> Heading? { byLine[line] }

    var anchors: Set<String> { Set(byLine.values.map(\.anchor) + [titleAnchor].compactMap(\.self)) }
}
