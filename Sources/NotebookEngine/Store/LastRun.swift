/// What the cells of a notebook were made from when it was last run.
struct LastRun: Codable, Equatable {
    struct Cell: Codable, Equatable {
        /// The label, or directive and position among its like.
        var id: String
        var directive: String
        var digest: String
        var inputs: [KeyInput]
    }

    var cells: [Cell] = []

    /// The cell that corresponds to one of this run: the same result, or else the same name.
    func cell(id: String, directive: String, digest: String) -> Cell? {
        cells.first { $0.digest == digest } ?? cells.first { $0.id == id && $0.directive == directive }
    }
}
