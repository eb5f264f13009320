internal import TensorKernelsInterface

/// How the outputs of a convolution are cut into Winograd's tiles, and rows of tiles into blocks for tasks.
struct WinogradTiling {
    /// Tiles whose values at all positions stay in the second-level cache until they are multiplied.
    static let tilesInCache = 16

    let shape: ConvolutionShape
    /// Tiles from the top to the bottom of an image; the last may hang over.
    let tilesDown: Int
    /// Tiles from left to right.
    let tilesAcross: Int
    /// Number of blocks.
    let blockCount: Int

    /// Cuts `shape` into blocks of about `tilesPerBlock` tiles, at least one row of tiles each.
    init(_ shape: ConvolutionShape, tilesPerBlock: Int) {
        self.shape = shape
        let side = WinogradTransform.outputSide
        tilesDown = (shape.outHeight + side - 1) / side
        tilesAcross = (shape.outWidth + side - 1) / side
        let rowsPerBlock = max(1, tilesPerBlock / max(1, tilesAcross))
        blockCount = (shape.batch * tilesDown + rowsPerBlock - 1) / rowsPerBlock
    }

    /// Rows of tiles of all images.
    private var tileRows: Int { shape.batch * tilesDown }
    /// Tiles of the largest block.
    var tilesOfLargestBlock: Int { (tileRows + blockCount - 1) / max(1, blockCount) * tilesAcross }

    /// The rows of tiles that make up block `index`.
    func block(_ index: Int) -> Range<Int> { split(tileRows, into: blockCount, part: index) }

    /// The outputs of rows `tileRows`, which lie side by side in memory, as a range of floats.
    func outputs(of tileRows: Range<Int>) -> Range<Int> {
        firstOutput(ofTileRow: tileRows.lowerBound)..<firstOutput(ofTileRow: tileRows.upperBound)
    }

    private func firstOutput(ofTileRow tileRow: Int) -> Int {
        let imageRow = tileRow % tilesDown * WinogradTransform.outputSide
        return (tileRow / tilesDown * shape.outHeight + imageRow) * shape.outWidth * shape.outChannels
    }

    /// The rows of input that a row of tiles reads.
    var inputBand: WinogradBand {
        WinogradBand(
            tiling: self, side: WinogradTransform.inputSide, height: shape.height, width: shape.width,
            imageChannels: shape.inChannels, paddingRows: shape.paddingRows, paddingColumns: shape.paddingColumns)
    }

    /// The rows of output that a row of tiles computes.
    var outputBand: WinogradBand {
        WinogradBand(
            tiling: self, side: WinogradTransform.outputSide, height: shape.outHeight, width: shape.outWidth,
            imageChannels: shape.outChannels, paddingRows: 0, paddingColumns: 0)
    }
}
