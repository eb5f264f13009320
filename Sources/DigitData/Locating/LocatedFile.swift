/// A file that was found, and the digest of what it held then.
struct LocatedFile: Hashable, Sendable {
    let path: String
    let digest: FileDigest

    /// Identifies the file at `path`, which is read unless its digest is remembered.
    init(path: String, digests: DigestSource) throws {
        self.path = path
        digest = try digests.digest(ofFile: path) { () throws(DataFileError) in
            FileDigest(of: try DataFile.read(path))
        }
    }

    /// The bytes whose digest was taken; an error where the file has changed since.
    func read() throws(DataFileError) -> [UInt8] {
        let bytes = try DataFile.read(path)
        guard FileDigest(of: bytes) == digest else {
            throw DataFileError(path: path, problem: .changedWhileRead)
        }
        return bytes
    }
}
