import NotebookCore

/// Reads and checks notebooks, and tells everything that is wrong with any of them.
struct NotebookLoading {
    let files: [String]
    let overrides: NotebookOverrides
    let session: Session
    let reporter: any CommandReporter

    /// The notebooks with their sources, in the order given; nil where any of them is invalid.
    func load() -> [(source: NotebookSource, notebook: Notebook)]? {
        let loaded = files.map(load)
        let valid = loaded.compactMap(\.self)
        return valid.count == loaded.count ? valid : nil
    }

    private func load(_ file: String) -> (source: NotebookSource, notebook: Notebook)? {
        let source: NotebookSource
        do {
            source = try NotebookSource(reading: file, in: session.folder)
        } catch {
            reporter.receive(.diagnostics([error.diagnostic], file: file, source: error.lines))
            return nil
        }
        let reading = NotebookReader(vocabulary: session.vocabulary)
            .read(source.text, file: file, overrides: overrides)
        if !reading.diagnostics.isEmpty {
            reporter.receive(.diagnostics(reading.diagnostics, file: file, source: reading.source))
        }
        return reading.notebook.map { (source, $0) }
    }
}
