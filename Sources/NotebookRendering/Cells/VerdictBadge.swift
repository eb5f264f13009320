import Markup
import NotebookCore

/// A verdict by colour, sign and word.
enum VerdictBadge {
    static func element(_ verdict: Verdict, text: String) -> Element {
        Element("b", .class(className(of: verdict))) { text }
    }

    static func className(of verdict: Verdict) -> String {
        verdict.rawValue.split(separator: " ").joined(separator: "-")
    }
}
