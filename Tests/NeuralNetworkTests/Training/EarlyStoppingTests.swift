import NeuralNetwork
import Testing

struct EarlyStoppingTests {
    struct Script: Sendable {
        let patience: Int?
        let losses: [Double?]
        /// Epoch after which training stops; nothing where it never does.
        let stop: Int?
        let best: Int
    }

    @Test(arguments: [
        Script(patience: 2, losses: [3, 2, 2.5, 2.1, 1], stop: 4, best: 2),
        Script(patience: 2, losses: [3, 2, 2.5, 1.9, 2, 2], stop: 6, best: 4),
        // Equal is no improvement.
        Script(patience: 1, losses: [1, 1], stop: 2, best: 1),
        Script(patience: 5, losses: [5, 4, 3, 2, 1], stop: nil, best: 5),
        Script(patience: 5, losses: [1, 2, 2, 2, 2, 2], stop: 6, best: 1),
        Script(patience: nil, losses: [1, 2, 3, 4, 5, 6, 7, 8], stop: nil, best: 1),
        // Without validation the newest weights count.
        Script(patience: nil, losses: [nil, nil, nil], stop: nil, best: 3),
    ])
    func stopsWhenPatienceEnds(script: Script) {
        var stopping = EarlyStopping(patience: script.patience)
        var stop: Int?
        for (index, loss) in script.losses.enumerated() where stop == nil {
            let isBest = stopping.record(loss)
            #expect(isBest == (stopping.bestEpoch == index + 1))
            if stopping.isExhausted { stop = index + 1 }
        }
        #expect(stop == script.stop)
        #expect(stopping.bestEpoch == script.best)
    }

    @Test func goesOnFromReports() {
        let losses = [3, 2, 2.5]
        var direct = EarlyStopping(patience: 2)
        let history = losses.enumerated().map { index, loss in
            EpochReport(
                epoch: index + 1, trainingLoss: 0, trainingAccuracy: 0, validationLoss: loss, validationAccuracy: 0,
                seconds: 1, imagesPerSecond: 1, isBest: direct.record(loss))
        }
        #expect(EarlyStopping(patience: 2, replaying: history) == direct)
    }
}
