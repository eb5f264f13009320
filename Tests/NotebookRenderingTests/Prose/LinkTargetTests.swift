import Testing

@testable import NotebookRendering

struct LinkTargetTests {
    @Test(arguments: [
        "https://example.org/a?b=c:d", "HTTP://example.org", "mailto:someone@example.org", "other.md", "../a/b.png",
        "folder/a:b.md", "?query=a:b", "",
    ])
    func followsWebMailAndRelativeAddresses(destination: String) {
        #expect(LinkTarget(destination) == .address(destination))
    }

    @Test func anchorsAreOfThePage() {
        #expect(LinkTarget("#fig-a%20b") == .anchor("fig-a b"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
        "\u{1}javascript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "C:\\a.md", ":x",
    ])
    func refusesEveryOtherScheme(destination: String) {
        if case .refused = LinkTarget(destination) { return }
        Issue.record("\(destination) is followed")
    }
}
