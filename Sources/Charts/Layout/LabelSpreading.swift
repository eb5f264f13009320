/// Moves labels apart on a line so that none covers another and each stays as near as it can to where it belongs.
enum LabelSpreading {
    /// Places for labels that would like to stand at `wanted`, at least `gap` apart, within `bounds`.
    ///
    /// Least squares of the displacements: isotonic regression by pooling adjacent violators (Ayer et al. 1955) on
    /// the places less their share of the gaps. Where the bounds are too short for all gaps, the gaps shrink.
    static func places(
        for wanted: [Double], gap: Double, within bounds: ClosedRange<Double>
    ) -> [Double] {
        guard !wanted.isEmpty else { return [] }
        let length = bounds.upperBound - bounds.lowerBound
        let gap = wanted.count > 1 ? min(gap, length / Double(wanted.count - 1)) : gap
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }

        var pools: [(sum: Double, count: Int)] = []
        for (rank, index) in order.enumerated() {
            var pool = (sum: wanted[index] - Double(rank) * gap, count: 1)
            while let last = pools.last, last.sum / Double(last.count) > pool.sum / Double(pool.count) {
                pool = (last.sum + pool.sum, last.count + pool.count)
                pools.removeLast()
            }
            pools.append(pool)
        }

        let highest = max(bounds.lowerBound, bounds.upperBound - Double(wanted.count - 1) * gap)
        var places = wanted
        var rank = 0
        for pool in pools {
            let place = min(max(pool.sum / Double(pool.count), bounds.lowerBound), highest)
            for _ in 0..<pool.count {
                places[order[rank]] = place + Double(rank) * gap
                rank += 1
            }
        }
        return places
    }
}
