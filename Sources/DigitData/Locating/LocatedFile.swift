/// A file that has been found, with the digest of what it held then.
struct LocatedFile: Hashable, Sendable {
    let path: String
    /// SHA-256 of the uncompressed content: the same file is the same data, compressed or not.
    let digest: FileDigest

    /// Identifies the file at `path`, which is read unless its digest is remembered.
    init(path: String, digests: DigestSource) throws {
        self.path = path
        digest = try digests.digest(ofFile: path) { () throws(DataFileError) in
            FileDigest(of: Self.content(of: try DataFile.read(path)))
        }
    }

    /// The uncompressed bytes whose digest was taken; an error where the file has changed since. A file that cannot be
    /// decompressed is given as it is, for its reader to say why.
    func read() throws(DataFileError) -> [UInt8] {
        let content = Self.content(of: try DataFile.read(path))
        guard FileDigest(of: content) == digest else {
            throw DataFileError(path: path, problem: .changedWhileRead)
        }
        return content
    }

    private static func content(of bytes: [UInt8]) -> [UInt8] {
        guard Gzip.isCompressed(bytes) else { return bytes }
        let limit = min(bytes.count * Gzip.largestExpansion, DataFile.largestLength)
        guard let content = try? Gzip.decompressAll(bytes, limit: limit) else { return bytes }
        return content
    }
}
