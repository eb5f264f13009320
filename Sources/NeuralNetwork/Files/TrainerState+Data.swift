package import Foundation

/// A training's state as bytes: an unsigned 32-bit length; the header, the sizes and the history as JSON; then weights,
/// best weights and moments as 32-bit floats. Everything is little-endian. Whoever keeps the bytes guards them against
/// damage.
extension TrainerState {
    private struct Header: Codable {
        var parameters: Int
        var statistics: Int
        var step: Int
        var secondMoments: Int
        var history: [EpochReport]
    }

    /// The state as bytes from which `init(decoding:)` makes it again.
    package func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let header = try encoder.encode(
            Header(
                parameters: weights.parameters.count, statistics: weights.statistics.count, step: optimizer.step,
                secondMoments: optimizer.secondMoments.count, history: history))
        var data = Data()
        data.append(littleEndian: UInt32(header.count))
        data.append(header)
        for values in [
            weights.parameters, weights.statistics, bestWeights.parameters, bestWeights.statistics,
            optimizer.firstMoments, optimizer.secondMoments,
        ] {
            data.append(littleEndian: values)
        }
        return data
    }

    /// Reads what `encoded` gave; throws `ModelFileError.damaged` where it is something else.
    package init(decoding data: Data) throws {
        let data = Data(data)
        guard data.count >= 4 else { throw ModelFileError.damaged }
        let start = 4 + Int(data.littleEndianInteger(at: 0))
        guard start <= data.count, let header = try? JSONDecoder().decode(Header.self, from: data[4..<start]) else {
            throw ModelFileError.damaged
        }
        let counts = [
            header.parameters, header.statistics, header.parameters, header.statistics, header.parameters,
            header.secondMoments,
        ]
        let limit = data.count
        guard counts.allSatisfy({ (0...limit).contains($0) }), 4 * counts.reduce(0, +) == data.count - start else {
            throw ModelFileError.damaged
        }
        let values = data[start...].littleEndianFloats()
        var position = 0
        let parts = counts.map { count in
            defer { position += count }
            return Array(values[position..<position + count])
        }
        self.init(
            weights: Weights(parameters: parts[0], statistics: parts[1]),
            bestWeights: Weights(parameters: parts[2], statistics: parts[3]),
            optimizer: OptimizerState(step: header.step, firstMoments: parts[4], secondMoments: parts[5]),
            history: header.history)
    }
}
