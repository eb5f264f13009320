import NotebookCore

extension SpeedReport {
    /// The report for people.
    func text(_ style: TextStyle) -> String {
        let threads = environment.threads == 1 ? "1 thread" : "\(environment.threads) threads"
        let head =
            "\(style("notebook \(environment.version)", .strong)), \(threads), kernels \(environment.kernels), "
            + "\(environment.processor)\n\(environment.data)\n"
        let sections = [
            (
                "Speed",
                TextTable(
                    heading: ["", "images/s", "median", "95th", "99th"],
                    rows: [
                        ["Training, batch \(train.batchSize)", Self.count(train.imagesPerSecond), "", "", ""],
                        Self.row("Inference, batch 500", infer.b500), Self.row("Inference, batch 32", infer.b32),
                        Self.row("Inference, single images", infer.b1),
                    ])
            ),
            (
                "Multiply-add, GFLOP/s at most",
                TextTable(
                    heading: ["kernels", "1 thread", threads == "1 thread" ? "all threads" : threads],
                    rows: peaks.map { [$0.kernels, Self.count($0.oneThreadGflops), Self.count($0.gflops)] })
            ),
            (
                "One training step of \(train.batchSize) images",
                TextTable(
                    heading: ["", "output", "forward", "GFLOP/s", "of peak", "backward", "GFLOP/s", "of peak"],
                    rows: layers.flatMap(Self.rows) + [sum])
            ),
        ]
        return head + sections.map { "\n\(style($0, .strong))\n" + $1.text(style) }.joined()
            + speedup(of: threads)
            + "\nMost memory in use: \(NumberFormat.bytes.text(for: Double(peakRssBytes)).withPlainSpaces)\n"
    }

    /// How much the threads gain over one of them, where there are several.
    private func speedup(of threads: String) -> String {
        guard let training = train.speedupOverOneThread, let arithmetic = multiplyAddSpeedupOverOneThread else {
            return ""
        }
        let times = NumberFormat.fixed(2)
        return "\nIn turn with one thread, \(threads) train \(times.text(for: training)) times as fast;\n"
            + "multiplying and adding alone, they are \(times.text(for: arithmetic)) times as fast.\n"
    }

    private var sum: [String] {
        let forward = layers.reduce(0) { $0 + $1.forward.microseconds }
        let backward = layers.reduce(0) { $0 + ($1.backward?.microseconds ?? 0) }
        return ["Sum", "", Self.duration(forward), "", "", Self.duration(backward), "", ""]
    }

    private static func row(_ name: String, _ batch: Batch) -> [String] {
        [name, count(batch.imagesPerSecond)]
            + [batch.p50Microseconds, batch.p95Microseconds, batch.p99Microseconds].map(duration)
    }

    /// The rows of a part; what is computed together with its first layer stands in a row of its own, to keep lines short.
    private static func rows(_ layer: Layer) -> [[String]] {
        let names = layer.name.split(separator: ", ", maxSplits: 1)
        let figures = [layer.output ?? ""] + cells(layer.forward) + cells(layer.backward)
        guard names.count == 2, layer.name.count > longestName else { return [[layer.name] + figures] }
        return [["\(names[0]),"] + figures, ["  \(names[1])"] + figures.map { _ in "" }]
    }

    /// Characters of the longest name that stands in one row.
    private static let longestName = 42

    private static func cells(_ work: Work?) -> [String] {
        guard let work else { return ["", "", ""] }
        return [
            duration(work.microseconds), work.gflops.map(count) ?? "",
            work.shareOfPeak.map { NumberFormat.percent(0).text(for: $0).withPlainSpaces } ?? "",
        ]
    }

    private static func count(_ number: Double) -> String { NumberFormat.integer.text(for: number) }

    private static func duration(_ microseconds: Double) -> String {
        NumberFormat.duration.text(for: microseconds * 1e-6).withPlainSpaces
    }
}
