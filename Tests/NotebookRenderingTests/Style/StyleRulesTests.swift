import Markup
import Testing

@testable import NotebookRendering

struct StyleRulesTests {
    private func names(_ content: Element, script: String = "") -> PageNames {
        PageNames(of: .element(content), scripts: [PageScript(script)])
    }

    @Test(arguments: [
        ("p{margin:0}", "p{margin:0}"),
        ("h2{margin:0}", ""),
        ("h2,p,h3{margin:0}", "p{margin:0}"),
        (".b{margin:0}.c{margin:0}", ".b{margin:0}"),
        ("p.a.b>.b{margin:0}p.a.c{margin:0}", "p.a.b>.b{margin:0}"),
        ("p h2{margin:0}p+h2{margin:0}p>*{margin:0}", "p>*{margin:0}"),
        ("p:not(.c,h2):hover::before{margin:0}", "p:not(.c,h2):hover::before{margin:0}"),
        ("[title=h2] p{margin:0}", "[title=h2] p{margin:0}"),
        ("*,::before{margin:0}", "*,::before{margin:0}"),
        (
            "@media print{\n@page{margin:0}\np{margin:0}\n}\np{margin:1}",
            "@media print{@page{margin:0}p{margin:0}}p{margin:1}"
        ),
        ("@media print{h2{margin:0}}", ""),
        ("@media (x){@media (y){h2{margin:0}p{margin:0}}}", "@media (x){@media (y){p{margin:0}}}"),
    ])
    func rulesForWhatAPageDoesNotHoldAreLeftOut(css: String, expected: String) {
        #expect(StyleRules(css).css(for: names(Element("p", .class("a", "b")))) == expected)
    }

    @Test func rulesForWhatScriptsMentionAreKept() {
        let rules = StyleRules(".added{margin:0}dialog{margin:0}.other{margin:0}")
        let names = names(Element("p"), script: "make(\"dialog\", { class: \"added\" })")
        #expect(rules.css(for: names) == ".added{margin:0}dialog{margin:0}")
    }

    @Test func theWholeStyleSheetComesBack() {
        let css = "a,b{c:d}@media print{e{f:g}}"
        #expect(StyleRules(css).css(for: nil) == css)
    }

    @Test func aPageHasTheRulesOfWhatItHolds() async throws {
        let plain = try await SamplePage.html("text")
        #expect(!plain.contains(".failure") && !plain.contains("blockquote{"))
        let all = try await SamplePage.html("> quote\n\n```stub a\nkind: failing\n```")
        #expect(all.contains(".failure{") && all.contains("blockquote{"))
    }
}
