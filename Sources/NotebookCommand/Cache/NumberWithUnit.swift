/// A number that is not negative and the unit behind it, with or without a space between them.
struct NumberWithUnit: Hashable, Sendable {
    let number: Double
    /// Letters, or nothing.
    let unit: String

    /// Nil for anything else.
    init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let rest = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Double(digits), number.isFinite, rest.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            return nil
        }
        self.number = number
        unit = String(rest)
    }
}
