/// The matrices that Winograd's algorithm multiplies, one for each position, as they lie in scratch memory.
///
/// Rows are whole vectors long, so that the products between the transforms have no vector to cut short.
struct WinogradMatrices {
    var rows: Int
    /// Floats from one row to the next, a whole number of vectors.
    var rowStride: Int

    init(rows: Int, columns: Int) {
        self.rows = rows
        rowStride = (columns + Vector.lanes - 1) / Vector.lanes * Vector.lanes
    }

    /// Floats from one position to the next. The cache line between them keeps the positions of an element, which a
    /// transform reads or writes together, from falling into the same place of the cache.
    var positionStride: Int { rows * rowStride + 16 }
    /// Floats of all positions.
    var count: Int { WinogradTransform.positions * positionStride }
}
