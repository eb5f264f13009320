import Markup
import Testing

@Suite struct AttributeTests {
    private func written(_ attribute: Attribute?) -> String {
        String(Element("i", attribute).markup.dropFirst(2).dropLast(5))
    }

    @Test func writesEachKindOfValue() {
        #expect(written(Attribute("lang", "en")) == " lang=\"en\"")
        #expect(written(Attribute("colspan", 2)) == " colspan=\"2\"")
        #expect(written(Attribute("x", 2.346)) == " x=\"2.35\"")
        #expect(written(.flag("open")) == " open")
        #expect(written(Attribute("alt", "")) == " alt=\"\"")
    }

    @Test func leavesOutWhatIsNotThere() {
        #expect(written(.flag("open", false)).isEmpty)
        #expect(written(Attribute("x", Double.nan)).isEmpty)
        #expect(written(.class(nil, nil)).isEmpty)
        #expect(written(.viewBox(width: .infinity, height: 1)).isEmpty)
        #expect(written(.translate(x: 1, y: .nan)).isEmpty)
    }

    @Test func knowsTheCommonNames() {
        let element = Element(
            "a", .class("b", nil, "c"), .id("d"), .href("e?f&g"), .src("h"), .alt("i"), .role("img"),
            .aria("label", "j"),
            .data("k", "l"), .viewBox(width: 1, height: 2), .translate(x: 3.5, y: -4),
            .d(PathData(through: [.init(x: 0, y: 1)])))
        #expect(
            element.markup == """
                <a class="b c" id="d" href="e?f&amp;g" src="h" alt="i" role="img" aria-label="j" data-k="l" \
                viewBox="0 0 1 2" transform="translate(3.5 -4)" d="M0 1"></a>
                """)
    }
}
