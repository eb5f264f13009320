/// A copy of the image rows under a row of tiles, with zeros wherever the tiles reach beyond the image.
struct WinogradBand {
    /// Rows.
    private let side: Int
    private let tilesDown: Int
    private let height: Int
    private let width: Int
    private let imageChannels: Int
    private let paddingRows: Int
    private let paddingColumns: Int
    /// Columns.
    private let bandWidth: Int

    init(
        tiling: WinogradTiling, side: Int, height: Int, width: Int, imageChannels: Int,
        paddingRows: Int, paddingColumns: Int
    ) {
        self.side = side
        tilesDown = tiling.tilesDown
        self.height = height
        self.width = width
        self.imageChannels = imageChannels
        self.paddingRows = paddingRows
        self.paddingColumns = paddingColumns
        bandWidth = (tiling.tilesAcross - 1) * WinogradTransform.outputSide + side
    }

    /// Floats that the band takes for `channels` channels, padded to whole vectors.
    func count(channels: Int) -> Int { side * rowStride(channels: channels) }

    /// Floats from one row to the next.
    func rowStride(channels: Int) -> Int { bandWidth * columnStride(channels: channels) }

    /// Floats from one column to the next.
    func columnStride(channels: Int) -> Int { (channels + Vector.lanes - 1) / Vector.lanes * Vector.lanes }

    /// Copies `channels` of the rows under tile row `tileRow`; the borders of `band` must be zeros already.
    func copy(
        tileRow: Int, channels: Range<Int>, of images: UnsafePointer<Float>, to band: UnsafeMutablePointer<Float>
    ) {
        let columnStride = columnStride(channels: channels.count)
        let rowStride = bandWidth * columnStride
        let image = images + tileRow / tilesDown * height * width * imageChannels + channels.lowerBound
        let firstRow = tileRow % tilesDown * WinogradTransform.outputSide - paddingRows
        let columns = min(width, bandWidth - paddingColumns)
        for row in 0..<side {
            let target = band + row * rowStride + paddingColumns * columnStride
            guard firstRow + row >= 0, firstRow + row < height else {
                target.update(repeating: 0, count: columns * columnStride)
                continue
            }
            let source = image + (firstRow + row) * width * imageChannels
            for column in 0..<columns {
                let pixel = target + column * columnStride
                forEachVector(in: 0..<channels.count) { channel, lanes in
                    Vector(source + column * imageChannels + channel, lanes: lanes)
                        .store(to: pixel + channel, lanes: Vector.lanes)
                }
            }
        }
    }
}
