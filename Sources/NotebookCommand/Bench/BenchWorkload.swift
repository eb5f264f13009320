/// What is done to measure speeds, and how often: more takes longer and varies less.
package struct BenchWorkload: Hashable, Sendable {
    /// Filters of each block of the network.
    package var blocks: [Int]
    /// Units of its hidden dense layer.
    package var dense: Int
    /// Seconds of each measurement of the peak.
    package var peakSeconds: Double
    /// Training images of each round, unless there are fewer.
    package var trainingImages: Int
    /// Rounds of training whose median counts.
    package var trainingRounds: Int
    /// Training images of each short round that compares threads, unless there are fewer.
    package var comparedImages: Int
    /// Pairs of such rounds, one on one thread and one on all.
    package var comparedRounds: Int
    /// Training steps that are timed part by part.
    package var profiledSteps: Int
    /// Images to classify one by one.
    package var singleImages: Int
    /// Batches of 32 images to classify.
    package var batchesOf32: Int
    /// Batches of 500 images to classify.
    package var batchesOf500: Int

    /// Takes numbers that are 1 or more.
    package init(
        blocks: [Int], dense: Int, peakSeconds: Double, trainingImages: Int, trainingRounds: Int, comparedImages: Int,
        comparedRounds: Int, profiledSteps: Int, singleImages: Int, batchesOf32: Int, batchesOf500: Int
    ) {
        self.blocks = blocks
        self.dense = dense
        self.peakSeconds = peakSeconds
        self.trainingImages = trainingImages
        self.trainingRounds = trainingRounds
        self.comparedImages = comparedImages
        self.comparedRounds = comparedRounds
        self.profiledSteps = profiledSteps
        self.singleImages = singleImages
        self.batchesOf32 = batchesOf32
        self.batchesOf500 = batchesOf500
    }

    /// The network of the project report, for some twenty seconds on two cores.
    package static let standard = BenchWorkload(
        blocks: [32, 64, 128], dense: 256, peakSeconds: 0.1, trainingImages: 3_200, trainingRounds: 5,
        comparedImages: 640, comparedRounds: 20, profiledSteps: 60,
        singleImages: 2_000, batchesOf32: 100, batchesOf500: 15)
}
