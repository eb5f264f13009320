import NotebookCore

/// A range of shares in whole percent, both ends included, written `50%-70%`.
struct PercentRange: Hashable, Sendable {
    /// 0…100, below `upper`.
    let lower: Int
    /// 0…100.
    let upper: Int

    /// Whether a share, 0…1, lies in the range.
    func contains(_ share: Double) -> Bool { share * 100 >= Double(lower) && share * 100 <= Double(upper) }

    /// The range in prose: "50 to 70 %".
    var phrase: String { "\(lower) to \(upper)\u{202F}%" }
}

extension OptionType where Value == PercentRange {
    /// Two whole percentages joined by a hyphen, the smaller first.
    static var percentRange: OptionType {
        let name = "range of whole percent such as 50%-70%"
        return OptionType(
            name: name, form: .pattern("^ *[0-9]{1,3} *%? *[-–] *[0-9]{1,3} *%? *$"),
            canonicalText: { "\($0.lower)%-\($0.upper)%" }
        ) { node throws(Diagnostic) in
            let text = try node.scalar(expected: name)
            let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { end in
                let digits = String(end).trimmed
                return Int(digits.hasSuffix("%") ? String(digits.dropLast()).trimmed : digits)
            }
            guard ends.count == 2, let lower = ends[0], let upper = ends[1] else {
                throw node.mismatch(text, expected: name)
            }
            guard (0...100).contains(lower), (0...100).contains(upper), lower < upper else {
                throw Diagnostic(
                    at: node.location, "\(text) is out of range",
                    remedy: "Write two whole percentages from 0 to 100, the smaller first, such as `50%-70%`.")
            }
            return PercentRange(lower: lower, upper: upper)
        }
    }
}
