/// A count of successes among trials, such as right answers among test images.
package struct Proportion: Hashable, Sendable, Codable {
    /// 0…`trials`.
    package var successes: Int
    /// At least 1 for a proportion that has a value.
    package var trials: Int

    package init(successes: Int, trials: Int) {
        self.successes = successes
        self.trials = trials
    }

    /// Successes divided by trials; not a number without trials.
    package var share: Double { Double(successes) / Double(trials) }

    /// The 95 % score interval (Wilson 1927); 0…1 without trials.
    package var wilsonInterval: ClosedRange<Double> { wilsonInterval(z: Self.normalQuantile) }

    /// The score interval for a quantile of the standard normal distribution; 0…1 without trials.
    func wilsonInterval(z: Double) -> ClosedRange<Double> {
        trials > 0 ? Self.wilsonInterval(share: share, trials: Double(trials), z: z) : 0...1
    }

    /// The quantile for an interval of 95 %.
    private static let normalQuantile = 1.959963984540054

    /// The 95 % score interval (Wilson 1927) of a reported share, 0…1, of so many trials, at least 1.
    package static func wilsonInterval(share p: Double, trials n: Double) -> ClosedRange<Double> {
        wilsonInterval(share: p, trials: n, z: normalQuantile)
    }

    private static func wilsonInterval(share p: Double, trials n: Double, z: Double) -> ClosedRange<Double> {
        let center = p + z * z / (2 * n)
        let spread = z * ((p * (1 - p) + z * z / (4 * n)) / n).squareRoot()
        let scale = 1 + z * z / n
        return max(0, (center - spread) / scale)...min(1, (center + spread) / scale)
    }
}
