import Markup
import NotebookCore

/// Marks what the program says itself, which is English whatever the notebook's language.
enum ProgramLanguage {
    static func attributes(in frontMatter: FrontMatter) -> (lang: Attribute?, dir: Attribute?) {
        (
            frontMatter.isInAnotherLanguage ? Attribute("lang", "en") : nil,
            frontMatter.isRightToLeft ? Attribute("dir", FrontMatter.Direction.leftToRight.rawValue) : nil
        )
    }
}
