internal import Digests
internal import Foundation

extension Weights {
    /// The SHA-256 of all values as little-endian floats, in hexadecimal: equal where every bit is.
    package var digest: String {
        var data = Data()
        data.append(littleEndian: parameters)
        data.append(littleEndian: statistics)
        return SHA256.digest(of: data).hexadecimal
    }
}
