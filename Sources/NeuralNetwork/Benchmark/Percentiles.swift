/// The middle and the upper end of durations in seconds; percentiles by the nearest rank.
package struct Percentiles: Hashable, Sendable {
    /// Half of the durations are no longer.
    package let median: Double
    /// 95 of 100 durations are no longer.
    package let percentile95: Double
    /// 99 of 100 durations are no longer.
    package let percentile99: Double

    /// Sums up one duration or more.
    package init(_ seconds: [Double]) {
        precondition(!seconds.isEmpty, "nothing was timed")
        let sorted = seconds.sorted()
        func percentile(_ share: Double) -> Double {
            sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
        }
        median = percentile(0.5)
        percentile95 = percentile(0.95)
        percentile99 = percentile(0.99)
    }
}
