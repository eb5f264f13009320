import NotebookCore
import NotebookRendering
import Synchronization

/// Keeps the errors of diagnostics that pass through it on their way to another reporter.
final class DiagnosticsCapture: CommandReporter {
    private let reporter: any CommandReporter
    private let captured = Mutex<[DiagnosticsPanel.Part]>([])

    init(passingOnTo reporter: any CommandReporter) {
        self.reporter = reporter
    }

    var parts: [DiagnosticsPanel.Part] { captured.withLock(\.self) }

    func receive(_ event: CommandEvent) {
        if case .diagnostics(let diagnostics, let file, let source) = event {
            let errors = diagnostics.filter { $0.severity == .error }
            if !errors.isEmpty {
                captured.withLock { $0.append(.init(file: file, source: source, diagnostics: errors)) }
            }
        }
        reporter.receive(event)
    }

    func section() -> ReporterSection { reporter.section() }
}
