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

    package init(
        title: String? = nil, author: String? = nil, date: String? = nil, seed: UInt64 = 1,
        parameters: [Parameter] = [], showsContents: Bool = true, theme: Theme = .automatic
    ) {
        self.title = title
        self.author = author
        self.date = date
        self.seed = seed
        self.parameters = parameters
        self.showsContents = showsContents
        self.theme = theme
    }

    /// The values of a run that takes the seed and the parameters as they are here.
    package var runValues: RunValues { RunValues(seed: seed, parameters: parameters) }
}
