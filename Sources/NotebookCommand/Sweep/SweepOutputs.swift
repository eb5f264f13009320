package import Foundation

/// Where a sweep's files go: a folder named for the notebook, with a page for each run and an index.
///
/// A folder of its own, so that the page of a plain run stays, the whole sweep can be moved or published as it is, and
/// web servers show the index for the folder.
package struct SweepOutputs: Hashable, Sendable {
    package let index: OutputFiles
    private let prefix: String
    private let folder: URL

    /// - Parameters:
    ///   - files: Where a plain run of the notebook would go.
    ///   - folder: The folder to which paths are relative.
    package init(besides files: OutputFiles, in folder: URL) {
        let path = files.page.path
        prefix = path.hasSuffix(".html") ? path.dropLast(".html".count) + "/" : path + ".sweep/"
        self.folder = folder
        index = Self.files(named: "index", prefix, folder)
    }

    /// The files of the run with that name.
    package func files(for combination: Sweep.Combination) -> OutputFiles {
        Self.files(named: combination.fileName, prefix, folder)
    }

    private static func files(named name: String, _ prefix: String, _ folder: URL) -> OutputFiles {
        OutputFiles(
            page: OutputFile(path: "\(prefix)\(name).html", in: folder),
            record: OutputFile(path: "\(prefix)\(name).json", in: folder))
    }
}
