/// A fenced directive of a notebook, checked and ready to run.
package struct Cell: Sendable {
    /// The label, or directive and position among its like ("evaluate-2") where there is none; unique in the notebook.
    package let id: String
    package let label: String?
    package let directive: any Directive
    /// What the directive promises to publish.
    package let publications: [Publication]
    /// From the opening fence to the closing one.
    package let lines: ClosedRange<Int>
    /// The body as written, without the fences.
    package let source: String
    /// Options that change the result and differ from their defaults, in canonical spelling, by name.
    package let canonicalOptions: [String: String]
    /// Raw texts of the parameters that the options use, by name.
    package let usedParameters: [String: String]
    /// What the options refer to elsewhere in the notebook, by the option's name.
    package let optionReferences: [String: [Reference]]
    package let presentation: Presentation

    package init(
        id: String, label: String?, directive: any Directive, lines: ClosedRange<Int>, source: String,
        canonicalOptions: [String: String], usedParameters: [String: String],
        optionReferences: [String: [Reference]], presentation: Presentation
    ) {
        self.id = id
        self.label = label
        self.directive = directive
        publications = directive.publications
        self.lines = lines
        self.source = source
        self.canonicalOptions = canonicalOptions
        self.usedParameters = usedParameters
        self.optionReferences = optionReferences
        self.presentation = presentation
    }

    /// What the options refer to elsewhere in the notebook, in the order in which the directive declares them.
    package var references: [Reference] {
        type(of: directive).options.flatMap { optionReferences[$0.name] ?? [] }
    }

    package var directiveName: String { type(of: directive).name }

    /// The cell as messages name it: "train `baseline`" or "evaluate (line 42)".
    package var displayName: String {
        label.map { "\(directiveName) `\($0)`" } ?? "\(directiveName) (line \(lines.lowerBound))"
    }
}

/// The options that every directive takes and that change only how its outputs are shown.
package struct Presentation: Hashable, Sendable {
    /// Takes the place of the outputs' own titles; the first output carries it.
    package var caption: String?
    /// Takes the place of the first chart's or image grid's generated alternative text.
    package var alternativeText: String?
    /// Whether the source is shown on the page at all.
    package var showsSource: Bool
    /// Whether the source is folded until the reader opens it.
    package var foldsSource: Bool
    /// Whether the outputs are shown on the page.
    package var showsOutputs: Bool
    /// Share of the text's width that charts and images take, 0.1…1.
    package var width: Double

    package init(
        caption: String? = nil, alternativeText: String? = nil, showsSource: Bool = true, foldsSource: Bool = true,
        showsOutputs: Bool = true, width: Double = 1
    ) {
        self.caption = caption
        self.alternativeText = alternativeText
        self.showsSource = showsSource
        self.foldsSource = foldsSource
        self.showsOutputs = showsOutputs
        self.width = width
    }
}
