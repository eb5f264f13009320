import MarkdownSyntax
import NotebookCore
import NotebookRendering
import Testing

struct DiagnosticsPanelTests {
    @Test func showsPlaceCauseLineCaretAndRemedy() {
        let source = SourceLines("text\n\n```train first\nepocs: <3>\n```\n")
        let diagnostic = Diagnostic(
            at: SourceLocation(line: 4, column: 1, length: 5), "there is no option `epocs`",
            remedy: "Did you mean `epochs`?")
        let html = DiagnosticsPanel([.init(file: "a.md", source: source, diagnostics: [diagnostic])]).html
        #expect(html.contains("<h2>One thing is wrong</h2>"))
        #expect(
            html.contains(
                #"<p><span class="place">a.md:4:1</span> there is no option <code>epocs</code></p>"#))
        #expect(html.contains("<pre><code> 4 | epocs: &lt;3&gt;\n   | ^~~~~</code></pre>"))
        #expect(html.contains("<p>Did you mean <code>epochs</code>?</p>"))
    }

    @Test func countsWhatIsWrongInAllFiles() {
        let wrong = Diagnostic(at: nil, "there is no such file")
        let part = DiagnosticsPanel.Part(file: "a.md", source: SourceLines(""), diagnostics: [wrong])
        let html = DiagnosticsPanel([part, part]).html
        #expect(html.contains("<h2>2 things are wrong</h2>"))
        #expect(html.ranges(of: "<li>").count == 2 && !html.contains("<pre>"))
    }
}
