import ArgumentParser

/// The options that say with what is computed.
struct ComputeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Threads to compute with. (default: one for each core)", valueName: "count"))
    var threads: Int?

    private static let threadLimits = 1...1024

    func validate() throws {
        if let threads, !Self.threadLimits.contains(threads) {
            throw ValidationError("--threads takes a number from 1 to \(Self.threadLimits.upperBound).")
        }
    }
}
