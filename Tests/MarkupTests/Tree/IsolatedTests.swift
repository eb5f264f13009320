import Testing

@testable import Markup

struct IsolatedTests {
    @Test(arguments: ["", "Loss by epoch", "“95\u{202F}% – ½”", "損失 👩‍🔬"])
    func textFromLeftToRightStandsAsItIs(text: String) {
        #expect(Node.isolated(text) == .text(text))
    }

    @Test(arguments: ["שלום", "a مرحبا", "\u{202E}turned"])
    func directionDoesNotReachWhatIsAround(text: String) {
        #expect(Node.isolated(text) == .element(Element("bdi") { text }))
    }
}
