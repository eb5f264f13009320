import Digests
package import Foundation
package import MarkdownSyntax
package import NotebookCore

/// A file that cannot be taken as what the user named it for, with its text as far as it can be shown.
package struct UnreadableInput: Error, Sendable {
    package var file: String
    package var diagnostic: Diagnostic
    /// The file's lines with replacement characters for what is not UTF-8; none where nothing was read.
    package var lines: SourceLines
}

/// The text of a file that the user named.
package struct InputText: Sendable {
    /// What the user named it for.
    package enum Kind: Sendable {
        case notebook, parameters

        var noun: String {
            switch self {
            case .notebook: "notebook"
            case .parameters: "parameter file"
            }
        }

        /// Advice for who named something else.
        var remedy: String {
            switch self {
            case .notebook: "Name a Markdown file."
            case .parameters: "Name a YAML file."
            }
        }

        fileprivate var extensions: [String] {
            switch self {
            case .notebook: [".md"]
            case .parameters: [".yml", ".yaml"]
            }
        }
    }

    /// More bytes than anyone writes by hand.
    static let maximumByteCount = 64 << 20

    package let url: URL
    package let text: String
    /// SHA-256 of the file in hexadecimal.
    package let digest: String

    /// Reads the file that the user named `file`, relative to `folder`.
    ///
    /// The text is UTF-8; what it means is for others to say.
    package init(reading file: String, as kind: Kind, in folder: URL) throws(UnreadableInput) {
        url = URL(fileURLWithPath: file, relativeTo: folder).absoluteURL
        let bytes: [UInt8]
        do {
            bytes = try Self.bytes(of: file, as: kind, at: url)
        } catch {
            throw UnreadableInput(file: file, diagnostic: error, lines: SourceLines(""))
        }
        text = String(decoding: bytes, as: UTF8.self)
        digest = SHA256.digest(of: Data(bytes)).hexadecimal
        if let diagnostic = Self.encodingError(in: bytes) {
            throw UnreadableInput(file: file, diagnostic: diagnostic, lines: SourceLines(text))
        }
    }

    private static func bytes(of file: String, as kind: Kind, at url: URL) throws(Diagnostic) -> [UInt8] {
        guard !file.isEmpty else {
            throw Diagnostic(at: nil, "the name of the file is empty", remedy: kind.remedy)
        }
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw openingError(errno, file: file, as: kind, at: url) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw openingError(errno, file: file, as: kind, at: url) }
        switch status.st_mode & S_IFMT {
        case S_IFREG, S_IFIFO: break
        case S_IFDIR: throw folderError(at: url, named: file, as: kind)
        default:
            throw Diagnostic(at: nil, "this is a device, not a \(kind.noun)", remedy: kind.remedy)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(max(Int(status.st_size), 0), maximumByteCount) + 1)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw Diagnostic(at: nil, "the file cannot be read: \(systemMessage(errno))")
            }
            bytes += buffer[..<count]
            guard bytes.count <= maximumByteCount else {
                throw Diagnostic(
                    at: nil, "the file is larger than 64 MiB", remedy: "A \(kind.noun) is text: is this the right file?"
                )
            }
        }
    }

    private static func openingError(_ code: Int32, file: String, as kind: Kind, at url: URL) -> Diagnostic {
        switch code {
        case ENOENT, ENOTDIR:
            let folder = url.deletingLastPathComponent()
            guard let siblings = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
                return Diagnostic(
                    at: nil, "there is no such file, nor a folder `\(folder.relativeText(of: file))`",
                    remedy: "Paths are relative to the folder in which the command is run.")
            }
            return Diagnostic(
                at: nil, "there is no such file",
                remedy: suggestion(for: url.lastPathComponent, among: siblings, as: kind)
                    .map { "Did you mean `\(sibling($0, of: file))`?" }
                    ?? "Paths are relative to the folder in which the command is run.")
        case EACCES:
            return Diagnostic(
                at: nil, "you are not permitted to read this file",
                remedy: "Whoever owns it can permit it: `chmod a+r \(file)`.")
        default:
            return Diagnostic(at: nil, "the file cannot be opened: \(systemMessage(code))")
        }
    }

    private static func suggestion(for name: String, among siblings: [String], as kind: Kind) -> String? {
        let files = siblings.filter(kind.suits).sorted()
        return files.first { file in kind.extensions.contains { file == name + $0 } }
            ?? Suggestion.closest(to: name, among: files)
    }

    private static func folderError(at url: URL, named file: String, as kind: Kind) -> Diagnostic {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        let prefix = file.hasSuffix("/") ? file : file + "/"
        return Diagnostic(
            at: nil, "this is a folder, not a \(kind.noun)",
            remedy: names.filter(kind.suits).min().map { "Name a file in it, such as `\(prefix)\($0)`." }
                ?? kind.remedy)
    }

    /// The path of `name` in the folder of `file`, as the user would write it.
    private static func sibling(_ name: String, of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return name }
        return file[...slash] + name
    }
}

extension InputText {
    /// Where and how `bytes` are not UTF-8; nil where they are.
    private static func encodingError(in bytes: [UInt8]) -> Diagnostic? {
        let offset: Int
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            offset = error.byteOffsets.lowerBound
        }
        let valid = bytes[..<offset]
        let lineStart = valid.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = valid.count { $0 == 0x0A } + 1
        let column = String(decoding: valid[lineStart...], as: UTF8.self).unicodeScalars.count + 1
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let byte = String(bytes[offset], radix: 16, uppercase: true)
        return Diagnostic(
            at: SourceLocation(line: line, column: column),
            "the file is not UTF-8: byte 0x\(byte.count == 1 ? "0" : "")\(byte) at offset \(offset)",
            remedy: "Save it as UTF-8, or convert it: `iconv -f \(isUTF16 ? "UTF-16" : "LATIN1") -t UTF-8`.")
    }
}

extension InputText.Kind {
    fileprivate func suits(_ file: String) -> Bool { extensions.contains { file.hasSuffix($0) } }
}

extension URL {
    /// The folder part of the path that the user wrote; the folder's own path where there was none.
    fileprivate func relativeText(of file: String) -> String {
        file.lastIndex(of: "/").map { String(file[..<$0]) } ?? path
    }
}
