import Testing

@testable import DigitDirectives

@Suite struct CalibrationTests {
    @Test func expectedErrorIsTheWeightedMeanDistance() {
        // One bin holds 0.95 (right) and 0.91 (wrong): mean 0.93, accuracy ½; another 0.55 (right): accuracy 1.
        let calibration = Calibration(confidences: [0.95, 0.91, 0.55], isRight: [true, false, true])
        let expected = (2 * abs(0.5 - 0.93) + 1 * abs(1 - 0.55)) / 3
        #expect(abs(calibration.expectedError - expected) < 1e-15)
        #expect(calibration.bins[9].count == 2)
        #expect(calibration.bins[5].count == 1)
    }

    @Test(arguments: [(0.0, 0), (0.1, 0), (0.11, 1), (0.5, 4), (0.5001, 5), (1.0, 9)])
    func lowerLimitsBelongToTheBinBelow(confidence: Double, bin: Int) {
        let calibration = Calibration(confidences: [confidence], isRight: [true])
        #expect(calibration.bins.firstIndex { $0.count == 1 } == bin)
    }

    @Test func perfectCalibrationHasNoError() {
        #expect(Calibration(confidences: [1, 1], isRight: [true, true]).expectedError == 0)
        #expect(Calibration(confidences: [], isRight: []).expectedError.isNaN)
    }
}
