/// A number as SVG has it: at most two decimals, no exponent, no `-0`, the same in every locale.
package struct SVGNumber: Sendable, Equatable {
    /// The number in digits: `12`, `0.5`, `-3.14`.
    package let text: String

    /// Rounds to hundredths, halves away from zero; nil where the number is not finite.
    ///
    /// Numbers beyond ±10⁹ become ±10⁹, far outside of every drawing.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
        let magnitude = hundredths.magnitude
        var text = hundredths < 0 ? "-" : ""
        text += String(magnitude / 100)
        let fraction = magnitude % 100
        if fraction != 0 {
            text += fraction < 10 ? ".0" : "."
            text += String(fraction % 10 == 0 ? fraction / 10 : fraction)
        }
        self.text = text
    }
}
