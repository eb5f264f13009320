package import Foundation
package import NotebookEngine
import NotebookRendering

/// What a finished run can be exported to, for tools that do not show its page.
package enum ExportFormat: String, Sendable, CaseIterable {
    /// A Jupyter notebook (nbformat 4.5) with its outputs.
    case ipynb
    /// Markdown as GitHub renders it, with the images in a folder beside it.
    case gfm

    /// The ending of the file that the format writes.
    package var fileExtension: String {
        switch self {
        case .ipynb: "ipynb"
        case .gfm: "md"
        }
    }

    /// The files that a run is exported to, the main one first.
    ///
    /// - Parameters:
    ///   - run: A run all of whose cells have ended well.
    ///   - name: The main file's name without its ending.
    ///   - baseDirectory: The notebook's folder, to which its images' paths are relative.
    ///   - outputDirectory: The folder that the files are for, from which links lead to files beside the notebook.
    package func files(
        of run: Run, named name: String, baseDirectory: URL?, outputDirectory: URL? = nil
    ) -> [ExportedFile] {
        let run = run.withHarmonizedCharts
        let links = RelativeLinks(from: outputDirectory, to: baseDirectory)
        return switch self {
        case .ipynb: [JupyterDocument(run: run, name: name, baseDirectory: baseDirectory, files: links).file]
        case .gfm: ForgeDocument(run: run, name: name, baseDirectory: baseDirectory, files: links).files
        }
    }
}

/// A file of an export.
package struct ExportedFile: Hashable, Sendable {
    /// Relative to the folder of the export, with slashes.
    package var path: String
    package var data: Data

    package init(path: String, data: Data) {
        self.path = path
        self.data = data
    }
}
