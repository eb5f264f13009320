import NeuralNetwork
import NotebookCore

/// `plot-robustness`: what becomes of accuracy when digits move.
struct PlotRobustnessDirective: Directive {
    static let name = "plot-robustness"
    static let summary = "Draws the accuracy of trained runs against the distance by which the digits are shifted."
    static let discussion = """
        Every image is moved by so many pixels up, down, left and right; what leaves the frame is lost, and blank \
        pixels take its place. Accuracy is the share of right answers in all four directions together. Networks are \
        not trained again: the curve shows how much tolerance to position they have by themselves.

        The published proportions count every image once for each direction (a shift of 0 once). Since the four are \
        not independent, their true intervals are somewhat wider than the published counts make them.
        """
    static let example = """
        ```plot-robustness
        runs: [baseline, mlp-baseline]
        shift: 6
        ```
        """
    static let version = 3

    static let runs = Option(
        "runs", .list(of: .cell(TrainedRun.self)), help: "Label of a train cell, or a list of them.")
    static let split = Option(
        "split", OptionType<Split>.choice, default: .test, help: "Split whose images are shifted.")
    static let shift = Option("shift", .integer(in: 1...28), default: 6, help: "Greatest shift in pixels.")
    static let limit = Option(
        optional: "limit", .integer(in: 1...60_000),
        help: "Most images to shift, each digit in proportion and always the same ones; all where left out.")
    static let options: [any AnyOption] = [runs, split, shift, limit]

    static let publicationHelp = [
        PublicationHelp(
            "RUN.SPLIT.shift.3.accuracy",
            help: "Accuracy on images shifted by so many pixels, all directions together; for each shift from 0.")
    ]

    private let runs: [CellReference<TrainedRun>]
    private let split: Split
    private let shift: Int
    private let limit: Int?

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        runs = try arguments.distinct(Self.runs) { "`\($0.label)`" }
        split = arguments[Self.split]
        shift = arguments[Self.shift]
        limit = arguments[Self.limit]
    }

    var publications: [Publication] {
        runs.flatMap { run in (0...shift).map { Publication(path(run.label, $0), unit: .fraction) } }
    }

    private func path(_ run: String, _ pixels: Int) -> ValuePath {
        ValuePath([run, split.rawValue, "shift", String(pixels), "accuracy"])
    }

    func run(in context: CellContext) async throws -> CellResult {
        var accuracies: [(run: String, byShift: [Proportion])] = []
        var outcomes: [ValuePath: ImageOutcomes.Selection] = [:]
        for (position, reference) in runs.enumerated() {
            let run = try await context.product(reference)
            let byShift = try explainingFailures {
                try measure(run, in: context) { done in
                    let fraction = (Double(position) + done) / Double(runs.count)
                    context.report(
                        .progress(CellProgress(fraction: fraction, stage: "shifting images for \(run.label)")))
                }
            }
            accuracies.append((run.label, byShift.map(\.accuracy)))
            for (pixels, shifted) in byShift.enumerated() {
                outcomes[path(run.label, pixels)] = ImageOutcomes.Selection(shifted.outcomes)
            }
        }
        var values: [ValuePath: Value] = [:]
        for (run, byShift) in accuracies {
            for (pixels, accuracy) in byShift.enumerated() { values[path(run, pixels)] = .proportion(accuracy) }
        }
        return CellResult(
            outputs: [.chart(chart(accuracies)), .table(table(accuracies))], values: values, outcomes: outcomes)
    }

    /// What a run gets right of the images at one shift, in all directions.
    private struct Shifted {
        var accuracy = Proportion(successes: 0, trials: 0)
        var outcomes: ImageOutcomes
    }

    /// What the run gets right at each shift from 0; `report` takes the share of the work that is done.
    private func measure(
        _ run: TrainedRun, in context: CellContext, report: (Double) -> Void
    ) throws -> [Shifted] {
        let all = try run.data.images(of: split)
        let images = limit.map { all.stratifiedSubset($0, key: 0) } ?? all
        let network = try run.network(on: context.device())
        let passes = Double(1 + shift * ShiftDirection.allCases.count)
        var done = 0.0
        let digest = images.contentDigest
        return try (0...shift).map { pixels in
            var labels: [UInt8] = []
            var isCorrect: [Bool] = []
            for direction in pixels == 0 ? [.up] : ShiftDirection.allCases {
                report(done / passes)
                let moved = images.shifted(by: pixels, direction)
                labels += moved.labels
                isCorrect += zip(try network.predict(moved).predicted, moved.labels).map { $0 == $1 }
                done += 1
            }
            return Shifted(
                accuracy: Proportion(successes: isCorrect.count { $0 }, trials: isCorrect.count),
                outcomes: ImageOutcomes(
                    imageSet: "\(digest) shifted by \(pixels)", labels: labels, isCorrect: isCorrect))
        }
    }

    private func chart(_ accuracies: [(run: String, byShift: [Proportion])]) -> Chart {
        let sentences = accuracies.map { run, byShift in
            let last = byShift[byShift.count - 1]
            return "\(run) goes from \(Wording.percent(byShift[0].share, decimals: 1)) without shift to "
                + "\(Wording.percent(last.share, decimals: 1)) at \(Wording.count(shift, "pixel"))."
        }
        return Chart(
            title: "Accuracy on shifted \(split.adjective) images, mean of four directions",
            alternativeText: (["Accuracy by shift:"] + sentences).joined(separator: " "),
            kind: .line(
                LineChart(
                    x: Axis("Shift", unit: "pixels", format: .integer),
                    y: Axis("Accuracy", format: .percent(1), limits: 0...1, includesZero: true),
                    series: accuracies.map { run, byShift in
                        LineChart.Series(
                            run,
                            byShift.enumerated().map { LineChart.Point(x: Double($0.offset), y: $0.element.share) },
                            of: run)
                    })))
    }

    private func table(_ accuracies: [(run: String, byShift: [Proportion])]) -> Table {
        Table(
            title: "Accuracy on \(split.adjective) images by shift in pixels",
            columns: [Table.Column("Run", .leading)] + (0...shift).map { Table.Column(String($0)) },
            rows: accuracies.map { run, byShift in
                [.text(run)] + byShift.map { .proportion($0, decimals: 2, showsInterval: false) }
            })
    }
}
