import NotebookCommand
import NotebookCore
import Testing

struct ProgressLineTests {
    private let line = ProgressLine(
        name: "train baseline", shortName: "baseline",
        progress: CellProgress(
            fraction: 0.5, stage: "epoch 3 of 20",
            figures: [.init("loss", "0.0312"), .init("accuracy", "99.10 %"), .init("images/s", "1,734")],
            secondsLeft: 71.2))

    @Test(arguments: [
        (
            130,
            "  train baseline  ━━━━━━━━━━━━━━━───────────────  epoch 3 of 20  loss 0.0312  accuracy 99.10 %  "
                + "1,734 images/s  1:12 left"
        ),
        (
            99,
            "  train baseline  ━━━━────  epoch 3 of 20  loss 0.0312  accuracy 99.10 %  1,734 images/s  1:12 left"
        ),
        (
            98,
            "  baseline  ━━━━━━───────  epoch 3 of 20  loss 0.0312  accuracy 99.10 %  1,734 images/s  1:12 left"
        ),
        (79, "  baseline  ━━━━━─────  epoch 3 of 20  loss 0.0312  accuracy 99.10 %  1:12 left"),
        (39, "  ━━━━━──────  epoch 3 of 20  1:12 left"),
        (25, "  ━━━━────  epoch 3 of 20"),
    ])
    func whatMattersLeastGoesFirst(columns: Int, expected: String) {
        #expect(line.line(columns: columns).plainText == expected)
    }

    @Test(arguments: 25...140)
    func fits(columns: Int) {
        #expect(line.line(columns: columns).columns <= columns)
    }

    @Test(arguments: [
        (-1.0, "──────────"), (0, "──────────"), (0.349, "━━━───────"), (0.999, "━━━━━━━━━─"), (1, "━━━━━━━━━━"),
        (7, "━━━━━━━━━━"),
    ])
    func barIsFullOnlyAtTheEnd(fraction: Double, bar: String) {
        let line = ProgressLine(
            name: "x", shortName: "x", progress: CellProgress(fraction: fraction, stage: "stage"))
        #expect(line.line(columns: 22).plainText == "  x  \(bar)  stage")
    }

    @Test(arguments: [nil, Double.nan])
    func thereIsNoBarWhereTheShareIsUnknown(fraction: Double?) {
        let line = ProgressLine(
            name: "dataset digits", shortName: "digits", progress: CellProgress(fraction: fraction, stage: "reading"))
        #expect(line.line(columns: 60).plainText == "  dataset digits  reading")
    }

    @Test(arguments: [
        (0, "0 s left"), (59.2, "1:00 left"), (59, "59 s left"), (600, "10:00 left"), (3661, "1:01 h left"),
    ])
    func timeLeftReadsAsOnAClock(seconds: Double, expected: String) {
        let progress = CellProgress(fraction: nil, stage: "stage", secondsLeft: seconds)
        #expect(
            ProgressLine(name: "x", shortName: "x", progress: progress).line(columns: 60).plainText
                == "  x  stage  \(expected)")
    }

    @Test(arguments: [-1, .nan, .infinity])
    func timeLeftThatIsNoneIsLeftOut(seconds: Double) {
        let progress = CellProgress(fraction: nil, stage: "stage", secondsLeft: seconds)
        #expect(
            ProgressLine(name: "x", shortName: "x", progress: progress).line(columns: 60).plainText == "  x  stage")
    }
}
