import Markup
import NotebookCore
import NotebookEngine

/// What a page shows, without the head and the scripts that it is served with.
package struct DrawnPage: Sendable {
    let run: Run
    let title: String
    /// Whether no contents stand beside the text.
    let isPlain: Bool
    let content: Node
    let warnings: [Diagnostic]
    let imageFiles: [String]

    /// The whole page.
    ///
    /// - Parameter additionalScripts: Scripts beside those that the page needs itself, such as one that keeps a served page
    ///   up to date.
    package func html(adding additionalScripts: [PageScript] = []) -> RenderedPage {
        let frontMatter = run.notebook.frontMatter
        let body = Element("body", .class(isPlain ? "plain" : nil)) {
            content
            for script in additionalScripts { Element.script(script.source) }
        }
        let page = Element(
            "html", Attribute("lang", frontMatter.language),
            frontMatter.isRightToLeft ? Attribute("dir", FrontMatter.Direction.rightToLeft.rawValue) : nil,
            frontMatter.theme == .automatic ? nil : .data("theme", frontMatter.theme.rawValue)
        ) {
            head(of: body, with: additionalScripts)
            body
        }
        return RenderedPage(
            html: String(decoding: page.pageBytes, as: UTF8.self), warnings: warnings, imageFiles: imageFiles)
    }

    private func head(of body: Element, with additionalScripts: [PageScript]) -> Element {
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
