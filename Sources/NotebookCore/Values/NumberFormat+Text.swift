import Foundation

extension NumberFormat {
    /// The number as people read it; "–" for what is not a number, "∞" for what is not finite.
    ///
    /// A narrow no-break space stands before `%` and units; a true minus sign before negative numbers.
    package func text(for number: Double) -> String {
        guard !number.isNaN else { return "–" }
        guard number.isFinite else { return number < 0 ? "−∞" : "∞" }
        let text =
            switch self {
            case .integer: Self.grouped(number.rounded(.toNearestOrEven))
            case .fixed(let decimals): Self.fixed(number, decimals: decimals)
            case .percent(let decimals): Self.fixed(number, decimals: decimals, powerOfTen: 2) + "\u{202F}%"
            case .points(let decimals): Self.fixed(number, decimals: decimals, powerOfTen: 2) + "\u{202F}points"
            case .duration: Self.duration(number)
            case .bytes: Self.bytes(number)
            case .significant(let digits): Self.significant(number, digits: digits)
            }
        return Self.signed(text)
    }

    /// With a true minus sign.
    private static func signed(_ text: String) -> String { text.hasPrefix("-") ? "−" + text.dropFirst() : text }

    /// The limits of an interval without their unit, joined by a dash, or by "to" where one is negative.
    package func text(for interval: ClosedRange<Double>) -> String {
        let limits = [interval.lowerBound, interval.upperBound].map { limit in
            switch self {
            case .percent(let decimals), .points(let decimals):
                Self.signed(Self.fixed(limit, decimals: decimals, powerOfTen: 2))
            default: text(for: limit)
            }
        }
        return limits.joined(separator: interval.lowerBound < 0 ? "\u{00A0}to\u{00A0}" : "–")
    }

    /// The number as C's `printf` writes it; the program sets no locale, so that it is C's.
    private static func printed(_ number: Double, _ format: String) -> String {
        // The largest number has 309 digits.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 352) { buffer in
            let count = withVaList([number]) { vsnprintf(buffer.baseAddress, buffer.count, format, $0) }
            return String(
                decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<Int(count)]), as: UTF8.self
            )
        }
    }

    /// The number times a power of ten with at most 12 decimals, rounded half to even.
    private static func fixed(_ number: Double, decimals: Int, powerOfTen: Int = 0) -> String {
        DecimalNumber(number).scaled(byPowerOfTen: powerOfTen).text(decimals: min(max(decimals, 0), 12))
    }

    private static func grouped(_ number: Double) -> String {
        guard abs(number) < 1e15 else { return printed(number, "%.3g") }
        let digits = String(Int(abs(number)))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    private static func significant(_ number: Double, digits: Int) -> String {
        guard let magnitude = DecimalNumber(number).magnitude else { return "0" }
        let digits = min(max(digits, 1), 15)
        if magnitude < -5 || magnitude > 14 { return printed(number, "%.\(digits - 1)e") }
        let text = fixed(number, decimals: max(0, digits - 1 - magnitude))
        guard text.contains(".") else { return grouped(number.rounded(.toNearestOrEven)) }
        let kept = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(kept.reversed())
    }

    private static func duration(_ seconds: Double) -> String {
        let magnitude = abs(seconds)
        let space = "\u{202F}"
        if magnitude == 0 { return "0\(space)s" }
        if magnitude < 0.9995e-3 { return significant(seconds * 1e6, digits: 3) + "\(space)µs" }
        if magnitude < 0.9995 { return significant(seconds * 1e3, digits: 3) + "\(space)ms" }
        if magnitude < 59.95 { return significant(seconds, digits: 3) + "\(space)s" }
        let whole = Int(min(magnitude, 1e15).rounded())
        let sign = seconds < 0 ? "-" : ""
        if whole < 3600 { return "\(sign)\(whole / 60)\(space)min \(whole % 60)\(space)s" }
        return "\(sign)\(grouped(Double(whole / 3600)))\(space)h \(whole % 3600 / 60)\(space)min"
    }

    private static func bytes(_ count: Double) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB"]
        var number = count
        var unit = 0
        while abs(number) >= 999.5, unit < units.count - 1 {
            number /= 1000
            unit += 1
        }
        let text = unit == 0 ? fixed(number, decimals: 0) : significant(number, digits: 3)
        return text + "\u{202F}" + units[unit]
    }
}
