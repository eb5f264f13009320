/// What the YAML at the top of a notebook says: defaults for the run, which the command line overrides.
package struct FrontMatter: Hashable, Sendable {
    /// Colours of the page.
    package enum Theme: String, Hashable, Sendable, CaseIterable {
        /// As the reader's system prefers.
        case automatic = "auto"
        case light
        case dark
    }

    package var title: String?
    package var author: String?
    package var date: String?
    /// The seed of all random streams.
    package var seed: UInt64
    package var parameters: [Parameter]
    /// Whether the page has a table of contents.
    package var showsContents: Bool
    package var theme: Theme
    /// The language of the text, as a tag of BCP 47: `en`, `pt-BR`.
    package var language: String
    /// The direction of the page's text; nil for that of its language.
    package var direction: Direction?

    /// Which way lines run.
    package enum Direction: String, Hashable, Sendable, CaseIterable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    package init(
        title: String? = nil, author: String? = nil, date: String? = nil, seed: UInt64 = 1,
        parameters: [Parameter] = [], showsContents: Bool = true, theme: Theme = .automatic, language: String = "en",
        direction: Direction? = nil
    ) {
        self.title = title
        self.author = author
        self.date = date
        self.seed = seed
        self.parameters = parameters
        self.showsContents = showsContents
        self.theme = theme
        self.language = language
        self.direction = direction
    }

    /// Languages that are written from right to left (of those with a code of two letters, and Central Kurdish).
    private static let rightToLeftLanguages: Set = ["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]

    /// Whether lines run from right to left.
    package var isRightToLeft: Bool {
        let primary = String(language.lowercased().prefix { $0 != "-" })
        return direction.map { $0 == .rightToLeft } ?? Self.rightToLeftLanguages.contains(primary)
    }

    /// Whether the text is in another language than the words of this program.
    package var isInAnotherLanguage: Bool { language.lowercased().prefix { $0 != "-" } != "en" }

    /// The values of a run that takes the seed and the parameters as they are here.
    package var runValues: RunValues { RunValues(seed: seed, parameters: parameters) }
}
