import Testing

@testable import Charts

struct LabelSpreadingTests {
    @Test func labelsWithRoomStayWhereTheyBelong() {
        #expect(LabelSpreading.places(for: [10, 100, 50], gap: 16, within: 0...240) == [10, 100, 50])
    }

    @Test func twoLabelsAtOnePlacePartEqually() {
        #expect(LabelSpreading.places(for: [100, 100], gap: 16, within: 0...240) == [92, 108])
    }

    @Test func labelsStayWithinTheBounds() {
        #expect(LabelSpreading.places(for: [-20, 0], gap: 16, within: 0...240) == [0, 16])
        #expect(LabelSpreading.places(for: [239, 240], gap: 16, within: 0...240) == [224, 240])
    }

    @Test func tooManyLabelsShareTheRoom() {
        let places = LabelSpreading.places(for: [Double](repeating: 5, count: 5), gap: 16, within: 0...40)
        #expect(places == [0, 10, 20, 30, 40])
    }

    @Test(arguments: [[3.0, 5, 4, 60, 61, 62, 63, 200], [240, 240, 240, 0, 0], [120]])
    func noLabelCoversAnotherAndTheirOrderIsKept(wanted: [Double]) {
        let places = LabelSpreading.places(for: wanted, gap: 16, within: 0...240)
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        for (upper, lower) in zip(order, order.dropFirst()) {
            // The sums of positions in double precision are off by far less than a millionth of a pixel.
            #expect(places[lower] - places[upper] >= 16 - 1e-6)
        }
        #expect(places.allSatisfy { (0...240).contains($0) })
    }

    @Test func noLabelsNeedNoPlace() {
        #expect(LabelSpreading.places(for: [], gap: 16, within: 0...1).isEmpty)
    }
}
