internal import Foundation
package import TensorKernelsInterface

extension SIMDKernels {
    /// Rows of logits that a task takes on.
    private static let rowsPerTask = 64

    /// probabilities = exp(logits − max) / Σ exp(logits − max), row by row.
    package static func softmax(
        batch: Int, classes: Int, logits: UnsafePointer<Float>,
        probabilities: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        pool.forEachChunk(of: batch, chunk: rowsPerTask) { rows in
            for row in rows {
                _ = softmax(classes: classes, logits: logits + row * classes, output: probabilities + row * classes)
            }
        }
    }

    /// losses[n] = −log probabilities[n, label]; logitGradient = (probabilities − one-hot label) / batch.
    package static func softmaxCrossEntropy(
        batch: Int, classes: Int, logits: UnsafePointer<Float>, labels: UnsafePointer<UInt8>,
        probabilities: UnsafeMutablePointer<Float>, losses: UnsafeMutablePointer<Float>,
        logitGradient: UnsafeMutablePointer<Float>?, pool: ThreadPool
    ) {
        let share = 1 / Float(batch)
        let shares = Vector(repeating: share)
        pool.forEachChunk(of: batch, chunk: rowsPerTask) { rows in
            for row in rows {
                let first = row * classes
                let label = Int(labels[row])
                guard label < classes else { fatalError("label \(label) of \(classes) classes") }
                let target = logits[first + label]
                let (greatest, sum) = softmax(
                    classes: classes, logits: logits + first, output: probabilities + first)
                losses[row] = log(sum) - (target - greatest)
                guard let gradient = logitGradient.map({ $0 + first }) else { continue }
                forEachVector(in: 0..<classes) { column, lanes in
                    (Vector(probabilities + first + column, lanes: lanes) * shares)
                        .store(to: gradient + column, lanes: lanes)
                }
                gradient[label] = (probabilities[first + label] - 1) * share
            }
        }
    }

    /// One row; returns the greatest logit and the sum that the exponentials were divided by.
    private static func softmax(
        classes: Int, logits: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>
    ) -> (greatest: Float, sum: Float) {
        var greatest = logits[0]
        for column in 1..<max(1, classes) where logits[column] > greatest { greatest = logits[column] }
        var sum: Float = 0
        forEachVector(in: 0..<classes) { column, lanes in
            let power = exponential(Vector(logits + column, lanes: lanes) - Vector(repeating: greatest))
            power.store(to: output + column, lanes: lanes)
            for lane in 0..<lanes { sum += power[lane] }
        }
        let divisor = Vector(repeating: sum)
        forEachVector(in: 0..<classes) { column, lanes in
            (Vector(output + column, lanes: lanes) / divisor).store(to: output + column, lanes: lanes)
        }
        return (greatest, sum)
    }
}
