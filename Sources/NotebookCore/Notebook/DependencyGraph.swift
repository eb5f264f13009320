/// Which cells need which.
package struct DependencyGraph: Sendable {
    /// For each cell, the positions of the cells whose products or values it needs, ascending.
    package let dependencies: [[Int]]
    private let cells: [Cell]

    /// A graph of cells whose references have been checked; references to nothing are left out.
    package init(cells: [Cell]) {
        self.cells = cells
        var byLabel: [String: Int] = [:]
        var publishers: [ValuePath: Int] = [:]
        for (index, cell) in cells.enumerated() {
            if let label = cell.label { byLabel[label] = index }
            for publication in cell.publications { publishers[publication.path] = index }
        }
        dependencies = cells.map { cell in
            let needed = cell.references.compactMap { reference -> Int? in
                switch reference.target {
                case .product(let label, _): byLabel[label]
                case .value(let path): publishers[path]
                case .label: nil
                }
            }
            return Set(needed).sorted()
        }
    }

    /// Positions in an order in which each cell stands behind those it needs, otherwise as written.
    ///
    /// Cells of a cycle, which checking has refused, are left out.
    package var executionOrder: [Int] {
        var order: [Int] = []
        var isPlaced = Array(repeating: false, count: cells.count)
        var remaining = Array(cells.indices)
        while let next = remaining.first(where: { dependencies[$0].allSatisfy { isPlaced[$0] } }) {
            order.append(next)
            isPlaced[next] = true
            remaining.removeAll { $0 == next }
        }
        return order
    }

    /// Positions of all cells that the cell at `index` needs, directly or through others, ascending.
    package func ancestors(of index: Int) -> [Int] {
        var found: Set<Int> = []
        var pending = dependencies[index]
        while let next = pending.popLast() {
            if found.insert(next).inserted { pending += dependencies[next] }
        }
        return found.sorted()
    }

    /// Positions of the cells at `indices` and of all that need one of them, directly or through others.
    package func dependents(of indices: [Int]) -> Set<Int> {
        var found = Set(indices)
        for index in executionOrder where dependencies[index].contains(where: found.contains) { found.insert(index) }
        return found
    }

    /// The cells of one cycle, each needing the next; nil where there is none.
    package var cycle: [Cell]? {
        let ordered = Set(executionOrder)
        guard let start = cells.indices.first(where: { !ordered.contains($0) }) else { return nil }
        // Every cell left over needs another that is left over: following one of them must come round.
        var path = [start]
        while let next = dependencies[path[path.count - 1]].first(where: { !ordered.contains($0) }) {
            if let position = path.firstIndex(of: next) { return path[position...].map { cells[$0] } }
            path.append(next)
        }
        return nil
    }
}
