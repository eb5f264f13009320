internal import TensorKernelsInterface

extension ConvolutionShape {
    /// Whether Winograd's algorithm computes this convolution, or its filter gradient, faster than the definition.
    ///
    /// Measured on one core of an AMD EPYC (Zen 4) for 94 shapes with 3 × 3 filters, the three variants and the three
    /// passes. How many times faster Winograd's algorithm was, from the worst pass of AVX-512 to the best (in the first
    /// table without the input gradient, a convolution from 32 channels):
    ///
    /// | in channels, 28 × 28 images | 1 | 3 | 8 | 16 | 32 |
    /// |---|---|---|---|---|---|
    /// | to 32 channels | 0.3–0.4 | 0.7–0.8 | 1.0–1.4 | 2.0–2.3 | 2.3–2.6 |
    ///
    /// | outputs used of the 16 of a tile | 4 | 6.2 | 9 | 12.2 | 16 |
    /// |---|---|---|---|---|---|
    /// | 32 channels, 16 tiles or more | 0.6–0.8 | 0.9–1.0 | 1.0–1.5 | 1.5–1.7 | 1.7–2.0 |
    ///
    /// | tiles, 64 channels | 1 | 2 | 4 | 8 | 16 |
    /// |---|---|---|---|---|---|
    /// | images of 4, 7 and 8 | 0.3–0.6 | 0.7–0.9 | 1.0–1.4 | 1.3–1.9 | 1.6–2.4 |
    ///
    /// Few channels leave nothing to save beside the transforms of the tiles, few tiles nothing beside those of the
    /// filters. Fewer out channels than a vector has lanes favour Winograd's algorithm, which cuts no vector short.
    var suitsWinograd: Bool { suitsWinogradInLargeBatches && batch * winogradTilesPerImage >= 8 }

    /// The same without a look at the batch: where the filters are transformed beforehand, few tiles are no reason.
    var suitsWinogradInLargeBatches: Bool {
        guard kernelHeight == 3, kernelWidth == 3, inChannels >= 16 else { return false }
        return outHeight * outWidth >= 8 * winogradTilesPerImage
    }

    private var winogradTilesPerImage: Int { (outHeight + 3) / 4 * ((outWidth + 3) / 4) }
}
