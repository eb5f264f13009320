import MarkdownSyntax
import NotebookCore
import NotebookRendering
import NotebookSyntax

/// Reads and checks notebooks, and tells everything that is wrong with any of them.
struct NotebookLoading: Sendable {
    let files: [String]
    /// The file with values of parameters that `--params` names.
    let parameterFile: String?
    /// What wins over that file.
    let overrides: NotebookOverrides
    let session: Session
    let reporter: any CommandReporter

    /// The notebooks with their sources, in the order given; nil where any of them is invalid.
    func load() -> [(source: NotebookSource, notebook: Notebook)]? {
        load(eachWith: [[]])?.map { $0[0] }
    }

    /// Each notebook once for each of `variants`, which are settings of parameters that win over all others.
    func load(eachWith variants: [[ParameterSetting]]) -> [[(source: NotebookSource, notebook: Notebook)]]? {
        guard let parameters = readParameterFile() else { return nil }
        let loaded = files.map { load($0, parameters, eachWith: variants) }
        let valid = loaded.compactMap(\.self)
        return valid.count == loaded.count ? valid : nil
    }

    /// The parameter file, empty where none is named; nil where something is wrong with it.
    private func readParameterFile() -> ParameterFile? {
        guard let parameterFile else { return ParameterFile("") }
        let file: ParameterFile
        do {
            file = ParameterFile(
                try InputText(reading: parameterFile, as: .parameters, in: session.folder).text)
        } catch {
            reporter.receive(.diagnostics([error.diagnostic], file: parameterFile, source: error.lines))
            return nil
        }
        guard file.diagnostics.isEmpty else {
            reporter.receive(.diagnostics(file.diagnostics, file: parameterFile, source: file.source))
            return nil
        }
        return file
    }

    private func load(
        _ file: String, _ parameters: ParameterFile, eachWith variants: [[ParameterSetting]]
    ) -> [(source: NotebookSource, notebook: Notebook)]? {
        var source: NotebookSource
        do {
            source = try NotebookSource(reading: file, in: session.folder)
        } catch {
            reporter.receive(.diagnostics([error.diagnostic], file: file, source: error.lines))
            return nil
        }
        let reader = NotebookReader(vocabulary: session.vocabulary)
        let readings = variants.map { settings in
            var overrides = overrides
            overrides.parameters = parameters.settings + overrides.parameters + settings
            return reader.read(source.text, file: file, overrides: overrides)
        }
        let warnings = readings.first.flatMap { reading in
            reading.draft.map {
                ProseCheck($0, unreadLabels: reading.unreadLabels, baseDirectory: source.folder).warnings
            }
        }
        source.warnings = Set(warnings ?? [])
        // What is wrong with all variants is told once.
        tell([warnings ?? []] + readings.map(\.diagnostics), file: file, source: readings[0].source)
        if let parameterFile {
            tell(readings.map(\.parameterFileDiagnostics), file: parameterFile, source: parameters.source)
        }
        let notebooks = readings.compactMap(\.notebook)
        guard notebooks.count == readings.count else { return nil }
        return notebooks.map { [source] in (source, $0) }
    }

    private func tell(_ diagnostics: [[Diagnostic]], file: String, source: SourceLines) {
        var told: Set<Diagnostic> = []
        let new = diagnostics.joined().filter { told.insert($0).inserted }
            .sorted { ($0.location ?? SourceLocation(line: 0)) < ($1.location ?? SourceLocation(line: 0)) }
        if !new.isEmpty { reporter.receive(.diagnostics(new, file: file, source: source)) }
    }
}
