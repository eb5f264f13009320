package import Foundation
import MarkdownSyntax
import Markup
import NotebookCore
package import NotebookEngine

/// Renders a finished run as one self-contained HTML page: inline style, inline SVG, images as data URIs, and one small
/// script for what of it can answer to the reader.
///
/// The same run gives the same bytes, whether its results were computed or came from the cache.
package struct PageRenderer: Sendable {
    private let run: Run
    private let baseDirectory: URL?
    private let additionalScripts: [PageScript]
    private let showsColophon: Bool

    /// - Parameters:
    ///   - baseDirectory: The notebook's folder, to which its images' paths are relative; nil embeds none.
    ///   - additionalScripts: Scripts beside those that the page needs itself, such as one that keeps a served page up to
    ///     date.
    ///   - showsColophon: Whether the foot of the page tells what it was made with.
    package init(
        run: Run, baseDirectory: URL?, additionalScripts: [PageScript] = [], showsColophon: Bool = true
    ) {
        self.run = run
        self.baseDirectory = baseDirectory
        self.additionalScripts = additionalScripts
        self.showsColophon = showsColophon
    }

    package func html() -> RenderedPage {
        let frontMatter = run.notebook.frontMatter
        let document = run.notebook.document
        let numbering = OutputNumbering(run.cells)
        let sheets = ImageSheets(run.cells)
        let outline = Outline(
            document, frontMatter: frontMatter, file: run.notebook.file,
            reserved: numbering.anchors.union(sheets.anchors))
        let images = LocalImages(document.images, baseDirectory: baseDirectory)
        let links = LinkCheck(document, outline: outline, numbering: numbering)
        let prose = ProseRenderer(run: run, outline: outline, numbering: numbering, images: images, sheets: sheets)
        let contents = frontMatter.showsContents ? ContentsList(outline: outline, prose: prose).element : nil
        let body = Element("body", .class(contents == nil ? "plain" : nil)) {
            Element("a", .class("skip"), .href("#main")) { "Skip to the text" }
            TitleBlock(run: run, outline: outline, prose: prose).element
            contents
            Element("main", .id("main")) {
                prose.blocks(outline.body)
                prose.footnotes
                sheets.element
            }
            if showsColophon { Colophon(run: run).element }
            for script in additionalScripts { Element.script(script.source) }
        }
        let page = Element(
            "html", Attribute("lang", "en"),
            frontMatter.theme == .automatic ? nil : .data("theme", frontMatter.theme.rawValue)
        ) {
            head(title: outline.title, of: body)
            body
        }
        return RenderedPage(
            html: String(decoding: page.pageBytes, as: UTF8.self),
            warnings: (images.warnings + links.warnings).sorted {
                ($0.location ?? .init(line: 0)) < ($1.location ?? .init(line: 0))
            }, imageFiles: images.files)
    }

    private func head(title: String, of body: Element) -> Element {
        let script = PageScript.enhancements
        // Other scripts may bring what the page does not hold yet.
        let names = additionalScripts.isEmpty ? PageNames(of: .element(body), scripts: [script]) : nil
        let style = Stylesheet.rules.css(for: names)
        let darkStyle = Stylesheet.darkRules.css(for: names)
        let policy = ContentSecurityPolicy(styles: [style, darkStyle], scripts: [script] + additionalScripts)
        return Element("head") {
            Element("meta", Attribute("charset", "utf-8"))
            Element(
                "meta", Attribute("http-equiv", "Content-Security-Policy"),
                Attribute("content", policy.text))
            Element("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            Element("meta", Attribute("name", "referrer"), Attribute("content", "no-referrer"))
            Element("meta", Attribute("name", "color-scheme"), Attribute("content", colorScheme))
            if let author = run.notebook.frontMatter.author {
                Element("meta", Attribute("name", "author"), Attribute("content", author))
            }
            Element(
                "meta", Attribute("name", "generator"), Attribute("content", "notebook \(run.environment.version)"))
            Element("title") { title }
            // Without it browsers ask the server for /favicon.ico.
            Element("link", Attribute("rel", "icon"), .href("data:,"))
            Element.stylesheet(style)
            Element.stylesheet(darkStyle, Attribute("media", darkMedia))
            // Before the body, so that the reader's theme is known when the page is painted.
            Element.script(script.source)
        }
    }

    /// When the dark style holds; where scripts run the reader may decide otherwise.
    private var darkMedia: String {
        switch run.notebook.frontMatter.theme {
        case .automatic: "screen and (prefers-color-scheme:dark)"
        case .light: "not all"
        case .dark: "screen"
        }
    }

    private var colorScheme: String {
        switch run.notebook.frontMatter.theme {
        case .automatic: "light dark"
        case .light: "light"
        case .dark: "dark"
        }
    }
}
