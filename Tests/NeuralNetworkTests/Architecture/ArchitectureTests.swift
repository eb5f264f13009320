import Foundation
import NeuralNetwork
import Testing

struct ArchitectureTests {
    static let digits = ImageShape(height: 28, width: 28, channels: 1)

    @Test func infersShapesThroughTheReportsNetwork() throws {
        let architecture = try Examples.report()
        #expect(
            architecture.outputs.map(\.description) == [
                "28×28×32", "28×28×32", "28×28×32", "14×14×32",
                "14×14×64", "14×14×64", "14×14×64", "7×7×64",
                "7×7×128", "7×7×128", "7×7×128", "3×3×128",
                "1152", "256", "256", "256", "10",
            ])
    }

    @Test func putsDropoutJustBeforeTheLastLayer() throws {
        #expect(try Examples.report().layers.suffix(2) == [.dropout(rate: 0.5), .dense(units: 10)])
        let without = try Architecture.perceptron(input: Self.digits, hidden: [8], classes: 10)
        #expect(without.layers == [.flatten, .dense(units: 8), .relu, .dense(units: 10)])
    }

    @Test func leavesBatchNormalizationOut() throws {
        let architecture = try Architecture.convolutional(
            input: Self.digits, blocks: [4], padding: .valid, batchNormalization: false, dense: [], dropout: 0,
            classes: 2)
        #expect(
            architecture.layers == [
                .convolution(filters: 4, kernel: 3, padding: .valid), .relu, .maxPooling(window: 2), .flatten,
                .dense(units: 2),
            ])
        #expect(architecture.outputs[2] == .image(ImageShape(height: 13, width: 13, channels: 4)))
    }

    @Test func leavesPoolingOut() throws {
        let architecture = try Architecture.convolutional(
            input: Self.digits, blocks: [4, 2], pooling: false, dense: [], dropout: 0, classes: 2)
        #expect(!architecture.layers.contains { if case .maxPooling = $0 { true } else { false } })
        #expect(architecture.outputs[5] == .image(ImageShape(height: 28, width: 28, channels: 2)))
    }

    struct Fault: Sendable {
        var input = ArchitectureTests.digits
        var layers: [LayerSpecification]
        var classes = 10
        let message: String
    }

    @Test(arguments: [
        Fault(
            layers: [.convolution(filters: 8, kernel: 4, padding: .same)],
            message: """
                layer 1 (Convolution 4×4): a 4×4 kernel has no middle, which “same” padding needs; \
                use a kernel of 3 or 5, or “valid” padding
                """),
        Fault(
            input: ImageShape(height: 4, width: 4, channels: 1),
            layers: [.maxPooling(window: 2), .maxPooling(window: 2), .maxPooling(window: 2)],
            message: """
                layer 3 (Max pooling 2×2): pooling 2×2 leaves nothing of its input, 1×1×1; \
                use fewer pooling layers, a smaller window, or a larger input
                """),
        Fault(
            input: ImageShape(height: 4, width: 9, channels: 1),
            layers: [.convolution(filters: 8, kernel: 5, padding: .valid)],
            message: """
                layer 1 (Convolution 5×5, valid): the 5×5 kernel is larger than its input, 4×9×1; \
                use a smaller kernel, “same” padding, fewer layers, or a larger input
                """),
        Fault(
            layers: [.dense(units: 10)],
            message: """
                layer 1 (Dense): it needs a row of features, and its input is an image; \
                put a flatten layer before it
                """),
        Fault(
            layers: [.flatten, .maxPooling(window: 2)],
            message: """
                layer 2 (Max pooling 2×2): it needs an image, and its input is a row of features; \
                put it before the flatten layer
                """),
        Fault(
            layers: [.flatten, .dense(units: 0)],
            message: "layer 2 (Dense): units is 0, outside 1 to 65536; choose units from 1 to 65536"),
        Fault(
            layers: [.convolution(filters: .max, kernel: 3, padding: .same)],
            message: """
                layer 1 (Convolution 3×3): filters is 9223372036854775807, outside 1 to 65536; \
                choose filters from 1 to 65536
                """),
        Fault(
            layers: [.flatten, .dropout(rate: 1), .dense(units: 10)],
            message: """
                layer 2 (Dropout 1.0): a dropout rate of 1.0 is out of range; \
                use a rate from 0 up to, not including, 1
                """),
        Fault(
            layers: [.dropout(rate: .nan)],
            message: """
                layer 1 (Dropout nan): a dropout rate of nan is out of range; \
                use a rate from 0 up to, not including, 1
                """),
        Fault(
            layers: [.flatten, .dense(units: 7)],
            message: """
                the last layer gives 7 values where 10 classes need one each; \
                end with flatten and a dense layer of 10 units
                """),
        Fault(
            layers: [],
            message: """
                the last layer gives 28×28×1 values where 10 classes need one each; \
                end with flatten and a dense layer of 10 units
                """),
        Fault(
            layers: [.flatten, .dense(units: 65_536), .dense(units: 65_536), .dense(units: 10)],
            message: """
                layer 3 (Dense): the network has more than 100000000 parameters; \
                use fewer filters or units, or pool earlier
                """),
        Fault(
            layers: [.convolution(filters: 65_536, kernel: 3, padding: .same)],
            message: """
                layer 1 (Convolution 3×3): its output has more than 16777216 values an image; \
                use fewer filters or units, or pool earlier
                """),
        Fault(
            layers: [.flatten, .dense(units: 1)], classes: 1,
            message: "1 is no possible number of classes; use 2 to 256 classes"),
        Fault(
            input: ImageShape(height: 0, width: 28, channels: 1), layers: [.flatten],
            message: """
                an input of 0×28×1 is out of range; use a height and width of 1 to 1024 and 1 to 64 channels
                """),
    ])
    func namesLayerCauseAndRemedy(fault: Fault) {
        let error = #expect(throws: ArchitectureError.self) {
            try Architecture(input: fault.input, layers: fault.layers, classes: fault.classes)
        }
        #expect(error?.description == fault.message)
    }

    @Test func survivesJSON() throws {
        let architecture = try Examples.report()
        let data = try JSONEncoder().encode(architecture)
        #expect(try JSONDecoder().decode(Architecture.self, from: data) == architecture)
    }

    @Test func checksWhatJSONHolds() throws {
        let text = #"{"input": {"height": 4, "width": 4, "channels": 1}, "layers": [{"flatten": {}}], "classes": 10}"#
        #expect(throws: ArchitectureError.self) {
            try JSONDecoder().decode(Architecture.self, from: Data(text.utf8))
        }
    }
}
