import Markup
import NotebookCore

/// A verdict by colour, sign and word.
enum VerdictBadge {
    static func element(_ verdict: Verdict, text: String) -> Element {
        // What nothing tested looks like any other mark of its kind.
        Element("b", .class(verdict == .notTested ? nil : className(of: verdict))) { text }
    }

    static func className(of verdict: Verdict) -> String {
        verdict.pathPart
    }
}
