import NotebookCore
import Testing

@testable import DigitDirectives

@Suite struct ModelDirectiveTests {
    private func values(_ body: String) async throws -> [String: Value] {
        let outcome = try #require(try await Bench().run("```model m\n\(body)\n```")["m"])
        return Dictionary(uniqueKeysWithValues: outcome.result.values.map { ($0.key.text, $0.value) })
    }

    @Test func countsTheReportsNetworkExactly() async throws {
        let values = try await values("input: 28x28x1\nblocks: [32, 64, 128]\ndense: 256\ndropout: 0.5")
        #expect(values["m.parameters"] == .integer(390_858))
        #expect(values["m.convolution-parameters"] == .integer(320 + 18_496 + 73_856))
        #expect(values["m.batch-normalization-parameters"] == .integer(448))
        #expect(values["m.dense-parameters"] == .integer(295_168 + 2_570))
        #expect(values["m.flattened-features"] == .integer(1_152))
        #expect(values["m.weight-bytes"] == .integer(390_858 * 4))
    }

    @Test func fiveByFiveKernelsMakeItLarger() async throws {
        let values = try await values("blocks: [32, 64, 128]\nkernel: 5\ndense: 256")
        #expect(values["m.parameters"] == .integer(555_210))
    }

    @Test func countsAPerceptron() async throws {
        let values = try await values("hidden: [512, 256]")
        #expect(values["m.parameters"] == .integer(785 * 512 + 513 * 256 + 257 * 10))
        #expect(values["m.convolution-parameters"] == .integer(0))
        #expect(values["m.flattened-features"] == .integer(784))
    }

    @Test func tableHasARowForEachLayerAndATotal() async throws {
        let table = try #require(try await TinyNotebook.outcome("mlp").tables.first)
        #expect(table.rows.map { $0[0] } == ["Flatten", "Dense", "ReLU", "Dense"].map { .text($0) })
        #expect(table.summaryRows.first?[2] == .number(785 * 16 + 17 * 10, .integer))
    }
}
