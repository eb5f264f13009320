import NotebookCore

/// An error by what the digit is and what it was read as, written `5-3`.
struct DigitPair: Hashable, Sendable {
    /// The class that the image shows.
    let trueDigit: Int
    /// The class that the model read; another one.
    let predictedDigit: Int

    /// The same two digits the other way round.
    var reversed: DigitPair { DigitPair(trueDigit: predictedDigit, predictedDigit: trueDigit) }
}

extension OptionType where Value == DigitPair {
    /// Two different digits joined by a hyphen: true class, predicted class.
    static var digitPair: OptionType {
        let name = "pair of digits such as 5-3, the true one first"
        return OptionType(
            name: name, form: .pattern("^[0-9]-[0-9]$"), canonicalText: { "\($0.trueDigit)-\($0.predictedDigit)" }
        ) { node throws(Diagnostic) in
            let text = try node.scalar(expected: name)
            let digits = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard digits.count == 2, let first = digits[0], let second = digits[1],
                Digits.all.contains(first), Digits.all.contains(second)
            else { throw node.mismatch(text, expected: name) }
            guard first != second else {
                throw Diagnostic(
                    at: node.location, "‘\(text)’ is no error: both digits are \(first)",
                    remedy: "Write two different digits, the true one first, such as `5-3`.")
            }
            return DigitPair(trueDigit: first, predictedDigit: second)
        }
    }
}
