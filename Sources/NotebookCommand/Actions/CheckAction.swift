import NotebookCore

/// Checks notebooks and runs nothing.
struct CheckAction {
    let files: [String]
    let overrides: NotebookOverrides
    let session: Session
    let reporter: any CommandReporter
    let isQuiet: Bool

    func perform() -> CommandStatus {
        let loading = NotebookLoading(files: files, overrides: overrides, session: session, reporter: reporter)
        guard let loaded = loading.load() else { return .invalidNotebook }
        for (source, notebook) in loaded where !isQuiet {
            let count = notebook.cells.count
            session.standardOutput.write("\(source.file): valid, \(count) \(count == 1 ? "cell" : "cells")\n")
        }
        return .success
    }
}
