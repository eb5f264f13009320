/// The shortest decimal that reads as a `Double`, to be rounded as people round on paper.
///
/// Binary arithmetic hides ties: 1887/2000 in percent is 94.35, the nearest double a little less. Rounding the shortest
/// decimal, half to even, gives the text that the exact fraction would have, whether the number comes as a fraction, as a
/// percentage or as a count of successes.
struct DecimalNumber {
    private let isNegative: Bool
    /// Digits without leading zeros; empty for 0.
    private var digits: [UInt8]
    /// Digits before the decimal point; may be negative or exceed the number of digits.
    private var pointPosition: Int

    /// - Parameter number: A finite number.
    init(_ number: Double) {
        isNegative = number < 0
        digits = []
        pointPosition = 0
        var exponent = 0
        var digitsBeforePoint: Int?
        let text = abs(number).description
        let mantissa = text.prefix { $0 != "e" }
        if mantissa.count < text.count { exponent = Int(text.dropFirst(mantissa.count + 1)) ?? 0 }
        for byte in mantissa.utf8 {
            if byte == UInt8(ascii: ".") { digitsBeforePoint = digits.count } else { digits.append(byte - 0x30) }
        }
        pointPosition = (digitsBeforePoint ?? digits.count) + exponent
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        pointPosition -= zeros
        while digits.last == 0 { digits.removeLast() }
    }

    /// The number multiplied by a power of ten, exactly.
    func scaled(byPowerOfTen power: Int) -> DecimalNumber {
        var scaled = self
        scaled.pointPosition += power
        return scaled
    }

    /// The exponent of ten of the first digit; nil for 0.
    var magnitude: Int? { digits.isEmpty ? nil : pointPosition - 1 }

    /// The number with that many decimals, rounded half to even; `-` before negative numbers that do not round to zero.
    func text(decimals: Int) -> String {
        let kept = pointPosition + decimals
        var rounded = Array(digits.prefix(max(kept, 0)))
        var point = pointPosition
        if kept >= 0, kept < digits.count {
            let rest = digits[kept...]
            let isTie = rest.count == 1 && rest.first == 5
            let isOdd = !(rounded.last ?? 0).isMultiple(of: 2)
            if isTie ? isOdd : rest.first! >= 5 {
                var place = rounded.count - 1
                while place >= 0, rounded[place] == 9 {
                    rounded[place] = 0
                    place -= 1
                }
                if place >= 0 {
                    rounded[place] += 1
                } else {
                    rounded.insert(1, at: 0)
                    point += 1
                }
            }
        }
        func digit(_ position: Int) -> Character {
            let value = rounded.indices.contains(position) ? rounded[position] : 0
            return Character(UnicodeScalar(value + 0x30))
        }
        var text = point <= 0 ? "0" : String((0..<point).map(digit))
        if decimals > 0 { text += "." + String((point..<point + decimals).map(digit)) }
        let isZero = !rounded.contains { $0 != 0 }
        return isNegative && !isZero ? "-" + text : text
    }
}
