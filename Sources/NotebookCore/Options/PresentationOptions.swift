/// The options that every directive takes, which change only how its outputs are shown.
package enum PresentationOptions {
    package static let caption = Option(
        optional: "caption", .text, help: "The caption of the cell's first table, chart or image grid.")
    package static let alternativeText = Option(
        optional: "alt", .text, help: "A description for those who do not see the chart or the images.")
    package static let showsSource = Option(
        "echo", .boolean, default: true, help: "Whether the page shows the cell's source.")
    package static let foldsSource = Option(
        "fold", .boolean, default: true, help: "Whether the source is folded until the reader opens it.")
    package static let showsOutputs = Option(
        "output", .boolean, default: true, help: "Whether the page shows what the cell gives.")
    package static let width = Option(
        "width", .widthShare, default: 1, help: "Share of the text's width that charts take, from 10 % to 100 %.")

    package static let all: [any AnyOption] = [caption, alternativeText, showsSource, foldsSource, showsOutputs, width]

    /// What the cell with these arguments says of how it is shown.
    package static func presentation(from arguments: DirectiveArguments) -> Presentation {
        Presentation(
            caption: arguments[caption].nonBlank, alternativeText: arguments[alternativeText].nonBlank,
            showsSource: arguments[showsSource], foldsSource: arguments[foldsSource],
            showsOutputs: arguments[showsOutputs], width: arguments[width])
    }
}

extension String? {
    /// The text, or nil where nobody could see it.
    fileprivate var nonBlank: String? { flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
}

extension OptionType where Value == Double {
    /// A share of the text's width, 0.1…1.
    fileprivate static var widthShare: OptionType {
        let share = OptionType.fraction(below: 1.000_001)
        return OptionType(name: "share from 10 % to 100 %", form: share.form, canonicalText: share.canonicalText) {
            node throws(Diagnostic) in
            let value = try share.read(node)
            guard value >= 0.1 else {
                throw Diagnostic(
                    at: node.location, "a chart that narrow cannot be read", remedy: "Write `10%` or more.")
            }
            return min(value, 1)
        }
    }
}
