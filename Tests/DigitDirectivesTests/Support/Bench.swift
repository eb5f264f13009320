import NotebookCore
import NotebookSyntax
import Synchronization

@testable import DigitDirectives

/// Runs the cells of a notebook in the order in which they are written, without the engine.
struct Bench {
    /// What became of one cell.
    struct Outcome {
        let cell: Cell
        let result: CellResult
        let reports: [CellReport]

        var tables: [Table] { result.outputs.compactMap { if case .table(let table) = $0 { table } else { nil } } }
        var charts: [Chart] { result.outputs.compactMap { if case .chart(let chart) = $0 { chart } else { nil } } }
        var grids: [ImageGrid] { result.outputs.compactMap { if case .images(let grid) = $0 { grid } else { nil } } }
        var texts: [String] { result.outputs.compactMap { if case .text(let text) = $0 { text } else { nil } } }
    }

    /// A notebook that could not be read.
    struct Unreadable: Error {
        let diagnostics: [Diagnostic]
    }

    var settings = RunSettings(dataDirectory: TinyDigits.folder)

    /// The outcomes by cell id.
    func run(_ text: String) async throws -> [String: Outcome] {
        let reading = NotebookReader(vocabulary: DigitDirectives.vocabulary).read(text, file: "test.md")
        guard let notebook = reading.notebook else { throw Unreadable(diagnostics: reading.diagnostics) }
        var outcomes: [String: Outcome] = [:]
        for cell in notebook.cells {
            let products = Dictionary(
                uniqueKeysWithValues: outcomes.values.compactMap { outcome in
                    outcome.cell.label.flatMap { label in outcome.result.product.map { (label, $0) } }
                })
            let log = ReportLog()
            let stream = cell.directive.streamLabel ?? cell.id
            func context(_ findings: CellFindings) -> CellContext {
                CellContext(
                    settings: settings, findings: findings, values: [:], product: { products[$0] },
                    randomKey: { Self.key(stream, $0) }, report: { log.append($0) })
            }
            let findings = try await cell.directive.find(in: context(CellFindings()))
            let result = try await cell.directive.run(in: context(findings))
            outcomes[cell.id] = Outcome(cell: cell, result: result, reports: log.reports)
        }
        return outcomes
    }

    /// A key for each label and purpose (FNV-1a).
    private static func key(_ label: String, _ purpose: String) -> UInt64 {
        "\(label)/\(purpose)".utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

private final class ReportLog: Sendable {
    private let log = Mutex<[CellReport]>([])

    func append(_ report: CellReport) { log.withLock { $0.append(report) } }
    var reports: [CellReport] { log.withLock { $0 } }
}
