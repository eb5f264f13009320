import Testing

@testable import Charts

struct TextWidthTests {
    @Test func widerTextIsEstimatedWider() {
        #expect(TextWidth.estimate("iii") < TextWidth.estimate("nnn"))
        #expect(TextWidth.estimate("nnn") < TextWidth.estimate("WWW"))
        #expect(TextWidth.estimate("数字") >= 24)
        #expect(TextWidth.estimate("") == 0)
    }

    @Test func textThatFitsIsKept() {
        #expect(TextWidth.fit("validation", in: 100) == "validation")
    }

    @Test(arguments: [
        String(repeating: "x", count: 5000), String(repeating: "👩‍👩‍👧", count: 300),
        "ت" + String(repeating: "ي", count: 400),
    ])
    func textThatDoesNotFitEndsWithAnEllipsis(text: String) {
        let fitted = TextWidth.fit(text, in: 150)
        #expect(fitted.hasSuffix("…"))
        #expect(TextWidth.estimate(fitted) <= 150)
        #expect(text.hasPrefix(fitted.dropLast()))
    }
}
