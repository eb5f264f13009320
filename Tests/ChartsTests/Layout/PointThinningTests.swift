import Foundation
import NotebookCore
import Testing

@testable import Charts

struct PointThinningTests {
    private func points(_ count: Int, _ y: (Int) -> Double) -> [LineChart.Point] {
        (0..<count).map { .init(x: Double($0), y: y($0)) }
    }

    @Test func shortLinesKeepEveryPoint() {
        let line = points(PointThinning.limit) { Double($0) }
        #expect(PointThinning.thin(line) == line)
    }

    @Test func longLinesKeepTheirExtremesAndEnds() throws {
        let line = points(10_000) { $0 == 4321 ? 99 : $0 == 8765 ? -99 : sin(Double($0) / 100) }
        let thinned = PointThinning.thin(line)
        #expect(thinned.count <= PointThinning.limit)
        #expect(thinned.first == line.first && thinned.last == line.last)
        #expect(thinned.contains { $0.y == 99 } && thinned.contains { $0.y == -99 })
        #expect(thinned.map(\.x) == thinned.map(\.x).sorted())
    }

    @Test func gapsStay() {
        let line = points(10_000) { (5000..<5010).contains($0) ? .nan : 1 }
        #expect(PointThinning.thin(line).contains { $0.y.isNaN })
    }

    @Test func aLineOfGapsIsThinnedToo() {
        #expect(PointThinning.thin(points(10_000) { _ in .nan }).count <= PointThinning.limit)
    }
}
