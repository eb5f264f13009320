package import Foundation
package import MarkdownSyntax
package import NotebookCore

/// The pictures that a notebook's prose shows, read from its folder so that the page can hold them.
package struct LocalImages {
    /// What becomes of a picture.
    package enum Picture: Equatable {
        /// Shown, from this file.
        case embedded(PictureFile)
        /// Elsewhere on the web: linked, since a page loads nothing.
        case remote(String)
        /// Not to be had; its description stands in its place.
        case missing
    }

    /// Files beyond this size are not embedded.
    private static let largestFile = 20_000_000
    /// Files beyond this size are embedded with a warning.
    private static let largeFile = 1_000_000

    package let warnings: [Diagnostic]
    /// Paths of all files that were looked for, whether they are there or not.
    let files: [String]
    private let pictures: [String: Picture]

    /// - Parameter baseDirectory: The folder to which paths are relative; nil embeds nothing.
    package init(_ images: [Inline.Image], baseDirectory: URL?) {
        var pictures: [String: Picture] = [:]
        var warnings: [Diagnostic] = []
        for image in images where pictures[image.source] == nil {
            let place = SourceLocation(line: image.position.line, column: image.position.column)
            let (picture, problem) = Self.picture(image.source, baseDirectory: baseDirectory)
            pictures[image.source] = picture
            if let problem {
                warnings.append(Diagnostic(.warning, at: place, problem.summary, remedy: problem.remedy))
            }
        }
        self.pictures = pictures
        self.warnings = warnings
        files = pictures.keys.sorted().compactMap { Self.localFile($0, baseDirectory: baseDirectory)?.url.path }
    }

    package subscript(source: String) -> Picture { pictures[source] ?? .missing }

    private typealias Problem = (summary: String, remedy: String)

    private static func picture(_ source: String, baseDirectory: URL?) -> (Picture, Problem?) {
        if let data = DataURI.content(of: source) { return picture(data, named: "the picture in the address") }
        switch LinkTarget(source) {
        case .refused, .anchor:
            return (.missing, ("`\(source.prefix(60))` is no image that a page can show", "Name a file."))
        case .address(let address):
            if isRemote(address) {
                return (
                    .remote(address),
                    (
                        "the image is on the web and becomes a link, since a page loads nothing",
                        "Save it beside the notebook and name the file."
                    )
                )
            }
            return file(source, baseDirectory: baseDirectory)
        }
    }

    /// The file that an image's source names; nil where it names none.
    private static func localFile(_ source: String, baseDirectory: URL?) -> (path: String, url: URL)? {
        guard let baseDirectory, case .address(let address) = LinkTarget(source), !isRemote(address) else { return nil }
        let plain = String(address.prefix { $0 != "?" && $0 != "#" })
        let path = plain.removingPercentEncoding ?? plain
        guard !path.isEmpty else { return nil }
        return (path, path.hasPrefix("/") ? URL(filePath: path) : baseDirectory.appending(path: path))
    }

    private static func isRemote(_ address: String) -> Bool {
        ["//", "http:", "https:"].contains(where: address.lowercased().hasPrefix)
    }

    private static func file(_ source: String, baseDirectory: URL?) -> (Picture, Problem?) {
        guard let (path, url) = localFile(source, baseDirectory: baseDirectory) else {
            return (.missing, ("the image has no file", "Name a file beside the notebook."))
        }
        // Links are followed: version control for large files keeps those in place of pictures.
        let target = url.resolvingSymlinksInPath()
        let file = try? target.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
        guard file?.isRegularFile == true, let byteCount = file?.fileSize else {
            return (.missing, ("there is no image file `\(path)`", "Paths are relative to the notebook's folder."))
        }
        guard byteCount <= largestFile else {
            return (
                .missing, ("the image `\(path)` has more than 20\u{202F}MB and is left out", "Use a smaller picture.")
            )
        }
        guard let data = try? Data(contentsOf: target) else {
            return (.missing, ("the image file `\(path)` cannot be read", "Look at its permissions."))
        }
        return picture(data, named: "`\(path)`")
    }

    private static func picture(_ data: Data, named name: String) -> (Picture, Problem?) {
        guard let format = ImageFormat(of: data) else {
            return (
                .missing,
                ("\(name) is no picture that browsers show", "Use a PNG, JPEG, GIF, WebP, AVIF, BMP, ICO or SVG file.")
            )
        }
        guard format.isComplete(data) else {
            return (.missing, ("\(name) is cut off", "Get the whole file once more."))
        }
        let size = NumberFormat.bytes.text(for: Double(data.count))
        let problem: Problem? =
            data.count > largeFile ? ("the image \(name) adds \(size) to the page", "Use a smaller picture.") : nil
        return (.embedded(PictureFile(data: data, format: format)), problem)
    }
}
