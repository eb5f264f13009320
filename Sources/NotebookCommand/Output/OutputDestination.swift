package import Foundation

/// Where the command line wants the output.
package enum OutputDestination: Hashable, Sendable {
    /// `NAME.html` and `NAME.json` in a folder.
    case folder(String)
    /// The page at that path, the record beside it.
    case page(String)

    /// The files for each of `notebooks`, which are paths as the user named them.
    ///
    /// Throws where two files would be one, or an output would replace a notebook.
    package func files(for notebooks: [String], in folder: URL) throws(CommandProblem) -> [OutputFiles] {
        var outputs: [OutputFiles] = []
        for notebook in notebooks { outputs.append(try files(for: notebook, in: folder)) }
        try Self.checkDistinct(Array(zip(notebooks, outputs.map(\.all))), in: folder)
        return outputs
    }

    /// Throws where two of the files that are written for notebooks would be one, or would replace a notebook.
    package static func checkDistinct(
        _ outputs: [(notebook: String, files: [OutputFile])], in folder: URL
    ) throws(CommandProblem) {
        var purposes: [URL: Purpose] = [:]
        for (notebook, _) in outputs {
            let previous = purposes.updateValue(.notebook(notebook), forKey: OutputFile(path: notebook, in: folder).url)
            guard previous == nil else {
                throw CommandProblem("`\(notebook)` is named twice", remedy: "Name it once.", status: .usage)
            }
        }
        for (notebook, files) in outputs {
            for file in files {
                guard let taken = purposes.updateValue(.output(of: notebook), forKey: file.url) else { continue }
                throw taken.clash(with: notebook, at: file)
            }
        }
    }

    private func files(for notebook: String, in folder: URL) throws(CommandProblem) -> OutputFiles {
        switch self {
        case .folder(let path):
            let name = URL(fileURLWithPath: notebook).deletingPathExtension().lastPathComponent
            let prefix = path.asFolderPrefix
            return OutputFiles(
                page: OutputFile(path: "\(prefix)\(name).html", in: folder),
                record: OutputFile(path: "\(prefix)\(name).json", in: folder))
        case .page(let path):
            let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
            guard !["", ".", ".."].contains(name) else {
                throw CommandProblem(
                    "`--output \(path)` names a folder", remedy: "Name the page, or use `--output-dir \(path)`.",
                    status: .usage)
            }
            let stem = name.dropFirst().lastIndex(of: ".").map { name[..<$0] } ?? name[...]
            let record = path.dropLast(name.count) + stem + ".json"
            return OutputFiles(
                page: OutputFile(path: path, in: folder), record: OutputFile(path: String(record), in: folder))
        }
    }
}

extension String {
    /// The path of a folder, ready for a name to be added.
    var asFolderPrefix: String { isEmpty || hasSuffix("/") ? self : self + "/" }
}

/// What a path serves for in one call of the program.
private enum Purpose {
    case notebook(String)
    case output(of: String)

    /// The problem that `file`, an output of `notebook`, has this purpose already.
    func clash(with notebook: String, at file: OutputFile) -> CommandProblem {
        switch self {
        case .notebook(let other):
            CommandProblem(
                "the output of `\(notebook)` would replace the notebook `\(other)`",
                remedy: "Name another place with `--output-dir`.", status: .usage)
        case .output(of: notebook):
            CommandProblem(
                "the page and the record would both be `\(file.path)`", remedy: "Name the page `….html`.",
                status: .usage)
        case .output(let other):
            CommandProblem(
                "`\(other)` and `\(notebook)` would both be written to `\(file.path)`",
                remedy: "Rename one of them, or run them one by one, each with its own `--output-dir`.",
                status: .usage)
        }
    }
}
