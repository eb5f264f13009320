internal import Digests
package import Foundation

/// A trained network in a file: architecture and weights.
///
/// Eight bytes "NBMODEL\n"; the version and the header's length, each an unsigned 32-bit integer; the header, the
/// architecture as JSON; the parameters, then the running statistics as 32-bit floats; the SHA-256 of all before it.
/// Everything is little-endian.
package enum ModelFile {
    /// Version that is written, and the only one that is read.
    package static let version: UInt32 = 1

    private static let magic = Data("NBMODEL\n".utf8)
    private static let prefixCount = magic.count + 8

    /// Writes the file whole or not at all; throws `ModelFileError.inaccessible`.
    package static func save(_ weights: Weights, _ architecture: Architecture, to url: URL) throws {
        let data = try encode(weights, architecture)
        do {
            try data.write(to: url, options: .atomic)
        } catch {
            throw ModelFileError.inaccessible(path: url.path, reason: error.localizedDescription)
        }
    }

    /// Reads a file that `save` wrote; throws `ModelFileError`.
    package static func load(from url: URL) throws -> (weights: Weights, architecture: Architecture) {
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw ModelFileError.inaccessible(path: url.path, reason: error.localizedDescription)
        }
        return try decode(data)
    }

    /// The bytes of a model file; the weights must be those of the architecture.
    package static func encode(_ weights: Weights, _ architecture: Architecture) throws -> Data {
        precondition(weights.fit(ParameterLayout(architecture)), "weights of another architecture")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let header = try encoder.encode(architecture)
        var data = magic
        data.append(littleEndian: version)
        data.append(littleEndian: UInt32(header.count))
        data.append(header)
        data.append(littleEndian: weights.parameters)
        data.append(littleEndian: weights.statistics)
        data.append(contentsOf: SHA256.digest(of: data).bytes)
        return data
    }

    /// Reads the bytes of a model file; throws `ModelFileError`.
    package static func decode(_ data: Data) throws -> (weights: Weights, architecture: Architecture) {
        let data = Data(data)
        guard data.starts(with: magic) else { throw ModelFileError.foreign }
        guard data.count >= prefixCount + SHA256Digest.byteCount else { throw ModelFileError.damaged }
        let version = data.littleEndianInteger(at: magic.count)
        guard version == Self.version else { throw ModelFileError.unsupportedVersion(version) }
        let content = data.dropLast(SHA256Digest.byteCount)
        guard data.suffix(SHA256Digest.byteCount).elementsEqual(SHA256.digest(of: content).bytes) else {
            throw ModelFileError.damaged
        }

        let tensorStart = prefixCount + Int(data.littleEndianInteger(at: magic.count + 4))
        guard tensorStart <= content.endIndex,
            let architecture = try? JSONDecoder().decode(
                Architecture.self, from: content[prefixCount..<tensorStart])
        else { throw ModelFileError.damaged }
        let layout = ParameterLayout(architecture)
        let values = content[tensorStart...].littleEndianFloats()
        guard content.endIndex - tensorStart == 4 * (layout.parameterCount + layout.statisticCount) else {
            throw ModelFileError.damaged
        }
        let weights = Weights(
            parameters: Array(values.prefix(layout.parameterCount)),
            statistics: Array(values.dropFirst(layout.parameterCount)))
        return (weights, architecture)
    }
}
