import NeuralNetwork
import Testing

struct ImageShapeTests {
    @Test(arguments: ["28x28x1", "28×28×1"])
    func readsBothCrosses(text: String) {
        #expect(ImageShape(parsing: text) == ImageShape(height: 28, width: 28, channels: 1))
    }

    @Test(arguments: [
        "", "28", "28x28", "28x28x1x1", "28x28x", "x28x1", "0x28x1", "-1x28x1", "28 x 28 x 1", "28x28x1.0",
        "28x28xone", "99999999999999999999x1x1", "65537x1x1", "+28x28x1", "２８x28x1",
    ])
    func rejects(text: String) {
        #expect(ImageShape(parsing: text) == nil)
    }

    @Test func writesWhatItReads() throws {
        let shape = ImageShape(height: 11, width: 9, channels: 3)
        #expect(shape.description == "11×9×3")
        #expect(ImageShape(parsing: shape.description) == shape)
        #expect(shape.count == 297)
    }
}
