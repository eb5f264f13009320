package import NotebookEngine

/// Says why a cell was computed, input by input.
package struct ExplanationText {
    private let run: CellRun

    package init(_ run: CellRun) {
        self.run = run
    }

    /// One line or more; none where the run keeps nothing.
    package var lines: [String] {
        switch run.explanation {
        case nil: []
        case .kept: ["kept: nothing changed that the result depends on"]
        case .firstRun: ["computed: nothing is known of an earlier run of this notebook"]
        case .newCell: ["computed: the notebook's last run had no such cell"]
        case .changed(let changes): changes.map(text)
        case .refreshed: ["computed: asked for by --refresh"]
        case .measuredAnew(let name): ["computed: \(name) has been measured anew"]
        case .missing: ["computed: nothing changed, but the result is not kept any more"]
        case .unusable(let reason): ["computed: what was kept \(reason)"]
        }
    }

    private func text(for change: InputChange) -> String {
        "changed: \(change.name): \(describe(change.old, change.name)) → \(describe(change.new, change.name))"
    }

    /// A value as the notebook writes it; the beginning of a digest; of an option that is not given, its default.
    private func describe(_ value: String?, _ name: String) -> String {
        guard let value else {
            let option = type(of: run.cell.directive).options.first { $0.name == name }
            return option?.defaultText.flatMap { $0.isEmpty ? nil : "\($0) (the default)" } ?? "none"
        }
        let isDigest = value.utf8.count == 64 && value.allSatisfy { $0.isHexDigit }
        let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
        return isDigest ? "\(value.prefix(12))…" : line.isEmpty ? "none" : line.truncated(toColumns: 60)
    }
}
