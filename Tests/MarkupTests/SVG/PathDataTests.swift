import Markup
import Testing

@Suite struct PathDataTests {
    private func path(_ points: [(Double, Double)]) -> String {
        PathData(through: points.map(PathData.Point.init(x:y:))).text
    }

    @Test func drawsThroughPoints() {
        #expect(path([(0, 0), (10, 5.25), (20, -1)]) == "M0 0L10 5.25L20 -1")
        #expect(PathData().text.isEmpty)
    }

    @Test func aPointThatIsNotFiniteIsAGap() {
        let points: [(Double, Double)] = [(.nan, 0), (1, 1), (2, 2), (3, .infinity), (.nan, 4), (5, 5), (6, 6)]
        #expect(path(points) == "M1 1L2 2M5 5L6 6")
    }

    @Test func drawsClosedPieces() {
        var path = PathData()
        path.close()
        path.move(x: 0, y: 0)
        path.line(x: 1, y: 0)
        path.line(x: 1, y: 1)
        path.close()
        path.close()
        path.line(x: 2, y: 2)
        path.move(x: 3, y: 3)
        #expect(path.text == "M0 0L1 0L1 1ZM2 2M3 3")
    }
}
