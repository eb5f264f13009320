import Testing

@testable import NeuralNetwork

struct RandomStreamTests {
    /// The values are those of the authors' C programs, which other implementations publish as well.
    @Test(
        arguments: [
            (UInt64(0), [0x5317_5d61_490b_23df, 0x61da_6f3d_c380_d507, 0x5c0f_df91_ec9a_7bfc, 0x02ee_bf8c_3bbe_5e1a]),
            (2024, [0x8641_253f_8fed_82d1, 0x4b7e_eec6_2af6_6af9, 0x3e59_5fe9_cf74_6b2a, 0x6bf1_aa43_0346_476c]),
        ] as [(UInt64, [UInt64])])
    func drawsThePublishedSequence(key: UInt64, expected: [UInt64]) {
        var stream = RandomStream(key: key)
        #expect((0..<4).map { _ in stream.next() } == expected)
    }

    @Test func expandsSeedsAsPublished() {
        var generator = SplitMix64(state: 0)
        #expect(generator.next() == 0xe220_a839_7b1d_cdaf)
    }

    @Test func drawsNormalsByThePolarMethod() {
        // From a second implementation with the C library's logarithm, which may differ in the last digit.
        let expected = [1.674036445441065, -0.560049561941806, 0.5378981681989655, -0.0397876500248916]
        var stream = RandomStream(key: 7)
        for value in expected { #expect(abs(stream.normal() - value) < 1e-15) }
    }

    @Test func normalsHaveUnitMoments() {
        var stream = RandomStream(key: 3)
        let values = (0..<20_000).map { _ in stream.normal() }
        let mean = values.reduce(0, +) / 20_000
        let variance = values.reduce(0) { $0 + $1 * $1 } / 20_000
        // Five standard errors: 1/√20000 for the mean, √(2/20000) for the variance.
        #expect(abs(mean) < 0.0354)
        #expect(abs(variance - 1) < 0.05)
    }

    @Test func drawsIntegersAndShufflesAsASecondImplementation() {
        var integers = RandomStream(key: 5)
        #expect((0..<12).map { _ in integers.integer(below: 10) } == [2, 6, 0, 0, 5, 7, 4, 0, 8, 8, 9, 8])
        var shuffling = RandomStream(key: 11)
        #expect(shuffling.shuffled(0..<10) == [2, 5, 6, 0, 3, 1, 4, 9, 7, 8])
    }

    @Test func uniformNumbersStayBelowOne() {
        var stream = RandomStream(key: 1)
        for _ in 0..<1000 {
            #expect((0..<1).contains(stream.uniformFloat()))
            #expect((0..<1).contains(stream.uniformDouble()))
        }
    }

    @Test func derivedKeysDiffer() {
        let keys = (0..<4).flatMap { key in (0..<50).map { RandomStream.key(UInt64(key), $0) } }
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: [1e-300, 1e-9, 0.3, 0.70710678, 0.9999999, 1, 1.4142135623730951, 2, 12_345.678])
    func logarithmAgreesWithKnownIdentities(x: Double) {
        // ln x² = 2 ln x and ln 2x = ln 2 + ln x, to a few units in the last place of the greater term.
        let logarithm = naturalLogarithm(x)
        let tolerance = 4 * max(1, abs(logarithm)).ulp
        #expect(abs(naturalLogarithm(2 * x) - logarithm - 0.6931471805599453) <= tolerance)
        if x > 1e-150 { #expect(abs(naturalLogarithm(x * x) - 2 * logarithm) <= 2 * tolerance) }
    }
}
