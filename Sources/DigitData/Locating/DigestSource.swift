/// Where the digests of files come from: from reading them, or from a memory of earlier readings.
package struct DigestSource: Sendable {
    private let provide: @Sendable (_ path: String, _ compute: () throws -> FileDigest) throws -> FileDigest

    /// - Parameter provide: Gives the digest of the file at a path, by calling `compute` unless it is remembered.
    package init(
        _ provide: @escaping @Sendable (_ path: String, _ compute: () throws -> FileDigest) throws -> FileDigest
    ) {
        self.provide = provide
    }

    /// Reads every file.
    package static let reading = DigestSource { try $1() }

    func digest(ofFile path: String, _ compute: () throws -> FileDigest) throws -> FileDigest {
        try provide(path, compute)
    }
}
