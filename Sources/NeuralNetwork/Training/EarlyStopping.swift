/// Watches the validation loss: which epoch was best, and whether to go on.
package struct EarlyStopping: Hashable, Sendable {
    /// Epochs without improvement that are borne; nothing bears any number.
    package let patience: Int?
    /// Epoch with the lowest loss, the first of equals; without losses the newest. 0 before the first epoch.
    package private(set) var bestEpoch = 0
    /// Lowest loss so far.
    package private(set) var bestLoss: Double?
    /// Epochs seen.
    package private(set) var epochs = 0

    /// Begins before the first epoch; `patience` is 1 or more.
    package init(patience: Int?) {
        self.patience = patience
    }

    /// Goes on from epochs that have been reported before.
    package init(patience: Int?, replaying history: [EpochReport]) {
        self.init(patience: patience)
        for report in history { record(report.validationLoss) }
    }

    /// Takes the validation loss of the next epoch, and says whether its weights are the lowest loss so far.
    @discardableResult
    package mutating func record(_ loss: Double?) -> Bool {
        epochs += 1
        if let loss, let bestLoss, loss >= bestLoss { return false }
        bestEpoch = epochs
        bestLoss = loss
        return true
    }

    /// Whether `patience` epochs have passed without improvement.
    package var isExhausted: Bool {
        patience.map { epochs - bestEpoch >= $0 } ?? false
    }
}
