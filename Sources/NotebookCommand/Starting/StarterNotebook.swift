package import Foundation
import NotebookEngine

/// A small notebook to start from: it needs no data, runs in seconds, and has one of each thing.
package struct StarterNotebook: Hashable, Sendable {
    /// The path as the user will name it.
    package let file: String

    /// - Parameter name: A path, with or without `.md`.
    package init(named name: String) throws(CommandProblem) {
        let last = name.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        guard !["", ".", "..", ".md"].contains(last), !name.contains("\0") else {
            throw CommandProblem(
                "`\(name)` names no file", remedy: "Name the notebook, such as `notebook init first`.", status: .usage)
        }
        file = last.lowercased().hasSuffix(".md") ? name : name + ".md"
    }

    /// Writes the notebook in `folder`, unless there is a file of that name, and gives the file's name.
    package func write(in folder: URL) throws(CommandProblem) -> String {
        let path = OutputFile(path: file, in: folder).url.path
        do throws(FolderError) {
            try Folder.make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        } catch {
            throw CommandProblem(
                "the folder `\(error.path)` cannot be made: \(error.error.message)",
                remedy: "Name a folder that you can write to.", status: .failed)
        }
        do throws(SystemError) {
            try DurableFile.create(Data(text.utf8), at: path)
        } catch {
            guard error.code == EEXIST else {
                throw CommandProblem(
                    "`\(file)` cannot be written: \(error.message)", remedy: "Name a folder that you can write to.",
                    status: .failed)
            }
            throw CommandProblem(
                "`\(file)` is there already", remedy: "It is left as it was; choose another name.", status: .failed)
        }
        return file
    }

    /// The file's name as a title: "first-steps.md" is "First steps".
    private var title: String {
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        let words = name.split { $0 == "-" || $0 == "_" || $0.isWhitespace || $0.isNewline }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The title in single quotes, in which YAML knows no escapes but the doubled quote.
    private var quotedTitle: String {
        let printable = title.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return "'"
            + String(String.UnicodeScalarView(printable)).split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''") + "'"
    }

    package var text: String {
        """
        ---
        title: \(quotedTitle)
        seed: 1
        params:
          epochs: 3
        ---

        Text like this explains; fenced blocks that begin with a directive's name compute. `notebook directives` lists
        the directives. `notebook watch` keeps the page up to date while you write: only what a change touches is computed anew.

        ## The data

        The digits of this notebook are drawn by the program. Write `source: mnist` for those of MNIST, and leave the limits
        out to use all of them.

        ```dataset digits
        source: synthetic
        training-limit: 4000
        test-limit: 1000
        ```

        ## The network

        ```model small
        hidden: [64]
        ```

        ```train first
        model: small
        data: digits
        epochs: $epochs
        ```

        ## How well it reads

        ```evaluate
        run: first
        ```

        A network with `= small.parameters` parameters reads `= percent(first.test.accuracy, 1)` of `= first.test.images`
        digits that it has not seen. These it mistakes for others:

        ```plot-confusion
        run: first
        ```

        ```claims
        claims:
          - claim: It reads four digits of five
            reported: at least 80%
            measured: first.test.accuracy
        ```

        """
    }
}
