import Digests
import Foundation
import LongWork
import NotebookCore
import NotebookEngine
import TensorKernels
import Testing

@testable import DigitDirectives

/// What each directive gave when somebody last looked: under the same key always the same result.
///
/// The file `results.txt` holds a line for each cell of a notebook and each kernel variant that gives the same bits on
/// every processor: the cell, the variant, digests of the key and of the result without its measurements. A directive
/// that gives another result than before has to raise its `version`, which changes its key and those of the cells that need
/// it. `NOTEBOOK_RECORD_SNAPSHOTS=1` writes the file anew, unless a result has changed under an unchanged key.
@Suite(.serialized) struct GoldenResultTests {
    private struct Line: Hashable {
        let cell: String
        let variant: String
        let key: String
        let result: String

        init(_ cell: String, _ variant: String, key: String, result: String) {
            self.cell = cell
            self.variant = variant
            self.key = key
            self.result = result
        }

        init?(_ text: Substring) {
            let words = text.split(separator: " ").map(String.init)
            guard words.count == 4 else { return nil }
            self.init(words[0], words[1], key: words[2], result: words[3])
        }

        var text: String { "\(cell) \(variant) \(key) \(result)\n" }
        var name: String { "\(cell), \(variant) kernels" }
    }

    private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "results.txt")
    private static let variants = [KernelVariant.plain, .baseline]

    @Test func resultsChangeOnlyWithTheirKeys() async throws {
        let recorded = ((try? String(contentsOf: Self.file, encoding: .utf8)) ?? "").split(separator: "\n").compactMap {
            Line($0)
        }
        var lines: [Line] = []
        for variant in Self.variants { lines += try await self.lines(for: variant) }
        let before = Dictionary(recorded.map { ($0.name, $0) }) { first, _ in first }
        let offenders = lines.filter { line in before[line.name].map { $0.key == line.key && $0 != line } ?? false }
        #expect(
            offenders.map(\.name) == [],
            "the results are others than before under the same key: raise the directive's `version`")
        guard offenders.isEmpty, lines != recorded else { return }
        guard ProcessInfo.processInfo.environment["NOTEBOOK_RECORD_SNAPSHOTS"] == "1" else {
            let changed = lines.filter { before[$0.name] != $0 }.map(\.name)
            Issue.record("keys have changed (\(changed)); record the results with NOTEBOOK_RECORD_SNAPSHOTS=1")
            return
        }
        try lines.map(\.text).joined().write(to: Self.file, atomically: true, encoding: .utf8)
        Issue.record("recorded results.txt; run again without NOTEBOOK_RECORD_SNAPSHOTS")
    }

    @Test func everyDirectiveHasALine() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let cells = Set(text.split(separator: "\n").compactMap { Line($0)?.cell })
        for cell in KeyedNotebook.every.cells { #expect(cells.contains("\(cell.directive)-\(cell.label)")) }
        let directives = Set(KeyedNotebook.every.cells.map(\.directive))
        #expect(directives == Set(DigitDirectives.vocabulary.names))
    }

    private func lines(for variant: KernelVariant) async throws -> [Line] {
        var notebook = KeyedNotebook.every
        notebook.kernels = variant.rawValue
        notebook.settings.environment["NOTEBOOK_KERNELS"] = variant.rawValue
        let keys = try await notebook.keys
        let run = try await onThreadsOfItsOwn { [notebook] in await notebook.runner().run(try notebook.notebook) }
        try #require(run.status == .succeeded, "\(run.cells.compactMap(\.failure))")
        return try run.cells.map { run in
            let result = try #require(run.result)
            let key = try #require(keys[run.cell.id])
            return Line(
                "\(run.cell.directiveName)-\(run.cell.id)", variant.rawValue, key: String(key.digest.prefix(16)),
                result: try result.goldenDigest)
        }
    }
}

extension CellResult {
    /// The first 16 hexadecimal digits of a digest of everything that is the same in every run.
    fileprivate var goldenDigest: String {
        get throws {
            struct Content: Encodable {
                let outputs: [CellOutput]
                let values: [String: Value]
                let provenance: DataProvenance?
                let notes: [String]
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            encoder.nonConformingFloatEncodingStrategy = .convertToString(
                positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
            let data = try encoder.encode(
                Content(
                    outputs: outputs.withoutMeasurements,
                    values: Dictionary(uniqueKeysWithValues: values.map { ($0.key.text, $0.value) }),
                    provenance: provenance, notes: notes))
            return String(SHA256.digest(of: data).hexadecimal.prefix(16))
        }
    }
}
