import Markup
import Testing

@Suite struct MarkupWriterTests {
    @Test func blocksStandOnLinesOfTheirOwn() {
        let markup = Element("main", .id("top")) {
            Element("h1") { "Title" }
            Element("p") {
                "One "
                Element("em") { "two" }
                " three"
            }
            Element("ul") {
                for item in ["a", "b"] { Element("li") { item } }
            }
        }.markup
        #expect(
            markup == """
                <main id="top">
                  <h1>Title</h1>
                  <p>One <em>two</em> three</p>
                  <ul>
                    <li>a</li>
                    <li>b</li>
                  </ul>
                </main>
                """)
    }

    @Test func addsNoWhiteSpaceWhereItWouldShow() {
        let markup = Element("div") {
            Element("pre") {
                Element("code") { "a\n  b\n" }
            }
            Element("p") {
                Element("b") { "x" }
                Element("i") { "y" }
                Element("br")
                "z"
            }
        }.markup
        #expect(markup == "<div>\n  <pre><code>a\n  b\n</code></pre>\n  <p><b>x</b><i>y</i><br>z</p>\n</div>")
    }

    @Test func blocksWithinPreAreNotMovedApart() {
        #expect(Element("pre") { Element("div") { Element("p") { "a" } } }.markup == "<pre><div><p>a</p></div></pre>")
    }

    @Test func textBesideBlocksStaysInOnePiece() {
        let markup = Element("li") {
            "a "
            Element("b") { "c" }
            Element("ul") { Element("li") { "d" } }
            "e"
        }.markup
        #expect(
            markup == """
                <li>
                  a <b>c</b>
                  <ul>
                    <li>d</li>
                  </ul>
                  e
                </li>
                """)
    }

    @Test func fragmentsLeaveNoTrace() {
        let pieces = Node {
            Node {
                Element("p") { "a" }
                Node {}
            }
            "b"
        }
        #expect(pieces.markup == "<p>a</p>\nb")
        #expect(Element("div") { pieces }.markup == "<div>\n  <p>a</p>\n  b\n</div>")
        #expect(
            Node {
                Node { "a" }; Node { "b" }
            }.markup == "ab")
        #expect(Node {}.markup.isEmpty)
    }

    @Test(arguments: ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"])
    func voidElementsHaveNoEndTag(name: String) {
        #expect(Element(name, .class("a")).markup == "<\(name) class=\"a\">")
    }

    @Test func emptyElementsOfHTMLKeepTheirEndTag() {
        #expect(Element("td").markup == "<td></td>")
        #expect(Element("script-like").markup == "<script-like></script-like>")
    }

    @Test func emptyElementsOfADrawingCloseThemselves() {
        let markup = Element("svg", .viewBox(width: 10, height: 5.5)) {
            Element("title") { "A & B" }
            Element("g") {
                Element("rect", Attribute("x", 1.005), Attribute("width", 2))
                Element("text") {
                    "a"
                    Element("tspan") { "b" }
                }
            }
            Element("foreignObject") { Element("p") }
        }.markup
        #expect(
            markup == """
                <svg viewBox="0 0 10 5.5">
                  <title>A &amp; B</title>
                  <g>
                    <rect x="1" width="2"/>
                    <text>a<tspan>b</tspan></text>
                  </g>
                  <foreignObject>
                    <p></p>
                  </foreignObject>
                </svg>
                """)
    }

    @Test func aDrawingInsideALineAddsNoSpace() {
        let markup = Element("p") {
            "a"
            Element("svg") { Element("path") }
            "b"
        }.markup
        #expect(markup == "<p>a<svg>\n    <path/>\n  </svg>b</p>")
    }

    @Test func aPageBeginsWithItsType() {
        let page = Element("html", Attribute("lang", "en")) {
            Element("head") { Element("title") { "a<b" } }
            Element("body") { Element("p") { "x" } }
        }
        #expect(
            String(decoding: page.pageBytes, as: UTF8.self) == """
                <!doctype html>
                <html lang=en>
                <head>
                <title>a&lt;b</title>
                </head>
                <body>
                <p>x
                </body>
                </html>

                """)
    }

    /// The markup of a page's body.
    private func body(@NodeBuilder _ content: () -> [Node]) throws -> String {
        let page = String(decoding: Element("html") { Element("body", content: content) }.pageBytes, as: UTF8.self)
        return String(try #require(page.wholeMatch(of: /(?s).*<body>\n?(.*?)\n?<\/body>.*/)?.1))
    }

    @Test func tablesOfAPageAreShort() throws {
        let table = try body {
            Element("table") {
                Element("caption") { "c" }
                Element("thead") {
                    Element("tr") {
                        Element("th") { "a" }
                        Element("td")
                    }
                }
                Element("tbody") {
                    for _ in 1...2 {
                        Element("tr") {
                            Element("th") { "1" }
                            Element("td") { Element("p") { "2" } }
                        }
                    }
                }
                Element("tfoot") { Element("tr") { Element("td") { "3" } } }
            }
        }
        #expect(
            table == """
                <table>
                <caption>c</caption>
                <thead>
                <tr><th>a<td>
                <tbody>
                <tr><th>1<td>
                <p>2
                <tr><th>1<td>
                <p>2
                <tfoot>
                <tr><td>3
                </table>
                """)
    }

    @Test(arguments: [
        ("p", "p", true), ("p", "div", true), ("p", "details", true), ("p", "hr", true), ("p", "span", false),
        ("p", "svg", false), ("li", "li", true), ("li", "p", false), ("dt", "dd", true),
        ("dd", "dt", true), ("td", "th", true), ("th", "td", true), ("tr", "tr", true), ("thead", "tbody", true),
        ("thead", "thead", false), ("tbody", "tbody", true), ("tbody", "tfoot", true), ("tfoot", "tbody", false),
        ("div", "div", false), ("caption", "thead", false), ("span", "p", false),
    ])
    func endTagsMayBeLeftOutBeforeSomeElements(name: String, next: String, isLeftOut: Bool) throws {
        let markup = try body {
            Element(name) { "a" }
            Element(next)
        }
        #expect(markup.contains("</\(name)>") == (!isLeftOut || (name == next && name == "thead")))
    }

    @Test(arguments: [
        ("p", "div", true), ("p", "a", false), ("p", "ins", false), ("p", "del", false), ("p", "custom-element", false),
        ("p", "foreignObject", false), ("li", "ul", true), ("td", "tr", true), ("tr", "tbody", true),
        ("tbody", "table", true), ("tfoot", "table", true), ("thead", "table", false), ("dd", "dl", true),
        ("dt", "dl", false), ("span", "div", false),
    ])
    func endTagsMayBeLeftOutAtTheEndOfSomeElements(name: String, parent: String, isLeftOut: Bool) throws {
        #expect(try body { Element(parent) { Element(name) { "a" } } }.contains("</\(name)>") != isLeftOut)
    }

    @Test func endTagsBesideTextAreWritten() throws {
        #expect(
            try body {
                Element("p") { "a" }
                "b"
            } == "<p>a</p>\nb")
        #expect(
            try body {
                Element("p") { "a" }
                Node.unescapedMarkup("<!-- b -->")
            } == "<p>a</p>\n<!-- b -->")
    }

    @Test(arguments: [
        ("a", "id=a"), ("#a/b:c", "id=#a/b:c"), ("", "id=\"\""), ("a b", "id=\"a b\""), ("a=b", "id=\"a=b\""),
        ("a'b", "id=\"a'b\""), ("a`b", "id=\"a`b\""), ("a>b", "id=\"a&gt;b\""), ("a&b", "id=\"a&amp;b\""),
        ("ä", "id=\"ä\""), ("a\tb", "id=\"a&#9;b\""),
    ])
    func valuesOfAttributesStandWithoutQuotesWhereTheyMay(value: String, expected: String) throws {
        #expect(try body { Element("i", .id(value)) } == "<i \(expected)></i>")
    }

    @Test func drawingsOfAPageAreWrittenInFull() throws {
        let drawing = try body {
            Element("svg", .id("a")) {
                Element("g", .id("b"))
                Element("foreignObject") { Element("i", .id("c")) }
            }
        }
        #expect(
            drawing == """
                <svg id="a">
                <g id="b"/>
                <foreignObject><i id=c></i></foreignObject>
                </svg>
                """)
    }

    @Test func theSameTreeGivesTheSameBytes() {
        func page() -> Element {
            Element("html") {
                for number in 0..<100 { Element("p", .id("p\(number)"), .class("a", "b")) { "\(number)" } }
            }
        }
        #expect(page().pageBytes == page().pageBytes)
        #expect(page() == page())
    }
}
