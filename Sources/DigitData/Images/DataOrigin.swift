/// Where a data set came from: what the page says at its top and the record keeps.
package enum DataOrigin: Hashable, Codable, Sendable {
    /// All four files are the published ones, however they are compressed.
    case mnist(source: MNISTSource, digests: [DatasetPart: FileDigest])
    /// IDX files of any other content, from the folder at `path`.
    case folder(path: String, digests: [DatasetPart: FileDigest])
    /// Digits drawn by the program; `version` counts changes of the drawing.
    case synthetic(seed: UInt64, version: Int)

    /// Where published files were found.
    package enum MNISTSource: Hashable, Codable, Sendable {
        /// In a folder that the user named.
        case folder(path: String)
        /// In the cache folder, from an earlier download.
        case cache(path: String)
        /// Downloaded just now, from this host.
        case download(host: String)
    }

    /// Whether the program drew the digits itself, so that claims about MNIST do not apply.
    package var isSynthetic: Bool {
        if case .synthetic = self { true } else { false }
    }

    /// SHA-256 of each file's uncompressed content; empty for synthetic digits.
    package var digests: [DatasetPart: FileDigest] {
        switch self {
        case .mnist(_, let digests), .folder(_, let digests): digests
        case .synthetic: [:]
        }
    }

    /// One digest of the whole: the same for the same content, wherever it was found.
    package var digest: FileDigest {
        switch self {
        case .mnist(_, let digests), .folder(_, let digests):
            let lines = DatasetPart.allCases.map { part in "\(part.rawValue) \(digests[part]?.hex ?? "-")\n" }
            return FileDigest(of: Array(lines.joined().utf8))
        case .synthetic(let seed, let version):
            return FileDigest(of: Array("synthetic \(version) \(seed)".utf8))
        }
    }

    /// One line for the top of a page; the same for the same content, downloaded or found.
    package var summary: String {
        switch self {
        case .mnist: "MNIST"
        case .folder: "MNIST-format data from a folder"
        case .synthetic(let seed, _): "synthetic digits, drawn by the program (seed \(seed)); not MNIST"
        }
    }

    /// Where the files were found, for a record or a log line.
    package var place: String {
        switch self {
        case .mnist(.download(let host), _): "downloaded from \(host)"
        case .mnist(.cache(let path), _): "cache folder \(path)"
        case .mnist(.folder(let path), _), .folder(let path, _): "folder \(path)"
        case .synthetic(let seed, let version): "drawn by the program, seed \(seed), drawing version \(version)"
        }
    }
}
