import COpenSSL
package import Foundation

/// The SHA-256 (FIPS 180-4) of bytes that come piece by piece.
package struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// OpenSSL must not clear up when the program exits: another thread may be hashing still, and would find no SHA-256.
    private static let isInitialized = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil) == 1

    package init() {
        precondition(Self.isInitialized, "OpenSSL cannot be used")
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("OpenSSL has no SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    package mutating func update(_ bytes: some ContiguousBytes) {
        let result = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        precondition(result == 1, "OpenSSL takes no more bytes")
    }

    /// The digest of all bytes so far.
    package consuming func finalize() -> SHA256Digest {
        let bytes = [UInt8](unsafeUninitializedCapacity: SHA256Digest.byteCount) { buffer, count in
            let result = EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
            precondition(result == 1, "OpenSSL gives no digest")
            count = SHA256Digest.byteCount
        }
        return SHA256Digest(bytes: bytes)
    }

    package static func digest(of bytes: some ContiguousBytes) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }
}
