import Markup
import Testing

@Suite struct ElementTests {
    @Test func takesAllThatABuilderMayGive() {
        let caption: String? = "c"
        let missing: Element? = nil
        let element = Element("div") {
            Element("b")
            missing
            Node.text("t")
            [Node.text("u"), .text("v")]
            [Element("i"), Element("s")]
            if let caption { caption }
            if caption == nil { "never" } else { "else" }
            switch caption {
            case nil: "none"
            case .some: Element("u")
            }
            for number in 1...2 { "\(number)" }
        }
        #expect(element.markup == "<div><b></b>tuv<i></i><s></s>celse<u></u>12</div>")
    }

    @Test func styleSheetsAndScriptsGoOutAsTheyAre() {
        #expect(Element.stylesheet("a > b { content: \"&\" }").markup == "<style>a > b { content: \"&\" }</style>")
        #expect(Element.script("if (a < b && c) {}\n").markup == "<script>if (a < b && c) {}\n</script>")
        let page = Element("html") { Element("head") { Element.stylesheet("a\n  b") } }
        #expect(page.markup == "<html>\n  <head>\n    <style>a\n  b</style>\n  </head>\n</html>")
    }

    @Test func dataCannotEndItsElement() {
        let data = Element.data(json: #"{"a":"</script><!--<b>&"}"#, id: "d")
        #expect(
            data.markup
                == #"<script type="application/json" id="d">{"a":"\u003c/script>\u003c!--\u003cb>&"}</script>"#)
    }

    @Test func refusesAStyleSheetThatEndsItsElement() async {
        await #expect(processExitsWith: .failure) { _ = Element.stylesheet("a</STYLE>") }
    }

    @Test func refusesAScriptThatEndsItsElement() async {
        await #expect(processExitsWith: .failure) { _ = Element.script("'</Script>'") }
    }

    @Test func refusesABadName() async {
        await #expect(processExitsWith: .failure) { _ = Element("a b") }
        await #expect(processExitsWith: .failure) { _ = Attribute("on click", "x") }
    }

    @Test func refusesAnAttributeTwice() async {
        await #expect(processExitsWith: .failure) { _ = Element("p", .id("a"), .id("b")) }
    }

    @Test func refusesContentInAVoidElement() async {
        await #expect(processExitsWith: .failure) { _ = Element("br") { "x" } }
    }

    @Test func refusesAScriptBuiltByHand() async {
        await #expect(processExitsWith: .failure) { _ = Element("script") { "x" } }
    }
}
