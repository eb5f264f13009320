import Foundation
import MarkdownSyntax
import NotebookRendering

/// The pictures of a notebook's prose as files of an export, each with a name of its own.
struct ForgePictures {
    let files: [ExportedFile]
    private let paths: [String: String]

    /// - Parameter folder: The folder of the export's images.
    init(_ images: [Inline.Image], images pictures: LocalImages, folder: String) {
        var files: [ExportedFile] = []
        var paths: [String: String] = [:]
        for image in images where paths[image.source] == nil {
            guard case .embedded(let file) = pictures[image.source] else { continue }
            let path = "\(folder)/prose-\(files.count + 1).\(file.format.fileExtension)"
            files.append(ExportedFile(path: path, data: file.data))
            paths[image.source] = path
        }
        self.files = files
        self.paths = paths
    }

    /// The path of a picture in the export, by its address in the notebook; nil where it is not at hand.
    func path(of source: String) -> String? { paths[source] }
}

extension String {
    /// The path as a relative address.
    var percentEncodedPath: String { addingPercentEncoding(withAllowedCharacters: .relativePath) ?? self }
}

extension CharacterSet {
    fileprivate static let relativePath = CharacterSet.urlPathAllowed.subtracting(["(", ")", ":"])
}
