/// Checks notebooks and runs nothing.
struct CheckAction {
    let loading: NotebookLoading
    let isQuiet: Bool

    func perform() -> CommandStatus {
        guard let loaded = loading.load() else { return .invalidNotebook }
        for (source, notebook) in loaded where !isQuiet {
            let count = notebook.cells.count
            loading.session.standardOutput.write("\(source.file): valid, \(count) \(count == 1 ? "cell" : "cells")\n")
        }
        return .success
    }
}
