/// Measures an epoch's speed and keeps its progress events to a rate that can be watched.
struct ProgressMeter {
    static let interval = Duration.milliseconds(125)

    private let start = ContinuousClock.now
    private var last = ContinuousClock.now

    /// Seconds since the epoch began.
    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    /// Whether enough time has passed since the last event; if so, counts from now.
    mutating func isDue() -> Bool {
        let now = ContinuousClock.now
        guard now - last >= Self.interval else { return false }
        last = now
        return true
    }
}
