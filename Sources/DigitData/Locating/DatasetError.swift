/// Why no data set can be had: the place, the cause and the remedy.
package enum DatasetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A file cannot be used.
    case file(DataFileError)
    /// The folder that the user named does not exist.
    case noSuchFolder(path: String, source: NamedSource)
    /// What the user named as folder is a file.
    case notAFolder(path: String, source: NamedSource)
    /// The folder that the user named lacks these files; `found` names what else is there.
    case filesMissing(path: String, source: NamedSource, parts: [DatasetPart], found: [String])
    /// An image file and its label file hold different numbers of items.
    case differentCounts(images: Int, imagePath: String, labels: Int, labelPath: String)
    /// Training and test pictures differ in size; `path` is that of the test images.
    case differentSizes(training: String, test: String, path: String)
    /// Nothing was named and no source worked; each line says what was tried and what came of it.
    case nothingFound(tried: [String])

    /// The place, what is wrong there and what to do; several lines only where several sources were tried.
    package var description: String {
        if case .nothingFound(let tried) = self {
            return "\(cause). Tried:\n" + tried.map { "  - \($0)\n" }.joined() + "\(remedy)."
        }
        return "\(place): \(cause). \(remedy)."
    }

    /// The file, folder or option that the error is about.
    package var place: String {
        switch self {
        case .file(let error): error.path
        case .noSuchFolder(let path, let source), .notAFolder(let path, let source),
            .filesMissing(let path, let source, _, _):
            "\(source.rawValue) \(path)"
        case .differentCounts(_, _, _, let labelPath): labelPath
        case .differentSizes(_, _, let path): path
        case .nothingFound: "MNIST"
        }
    }

    /// What is wrong, without a full stop.
    package var cause: String {
        switch self {
        case .file(let error): error.cause
        case .noSuchFolder: "no such folder"
        case .notAFolder: "is a file, not a folder"
        case .filesMissing(_, _, let parts, let found):
            "the folder lacks " + parts.map { "\($0.compressedFileName)" }.joined(separator: ", ") + Self.list(found)
        case .differentCounts(let images, let imagePath, let labels, _):
            "holds \(labels) labels for the \(images) pictures of \(imagePath)"
        case .differentSizes(let training, let test, _):
            "test pictures of \(test) pixels do not go with training pictures of \(training)"
        case .nothingFound: "the MNIST files are neither on this machine nor to be downloaded"
        }
    }

    /// What the user can do, without a full stop.
    package var remedy: String {
        switch self {
        case .file(let error): error.remedy
        case .noSuchFolder(_, let source), .notAFolder(_, let source):
            "Let \(source.rawValue) name the folder that holds the four IDX files, or leave it out"
        case .filesMissing(_, let source, _, _):
            "Put all four IDX files there under these names, with .gz or without, or let \(source.rawValue) name another "
                + "folder"
        case .differentCounts: "Use the label file that belongs to the images"
        case .differentSizes: "Use training and test files of one data set"
        case .nothingFound:
            "Name a folder with the four IDX files (--data DIR or MNIST_DIR), or run again with a network "
                + "connection, or allow digits drawn by the program (fallback: synthetic)"
        }
    }

    /// What a folder holds in place of the files that were looked for: "; it holds a, b and 3 more".
    private static func list(_ names: [String]) -> String {
        guard !names.isEmpty else { return "" }
        let shown = names.prefix(4).joined(separator: ", ")
        return "; it holds " + shown + (names.count > 4 ? " and \(names.count - 4) more" : "")
    }
}
