package import TensorKernels

/// The greatest speed at which a processor multiplies and adds, with nothing read from memory.
package struct ArithmeticPeak: Hashable, Sendable {
    /// The instruction set.
    package let variant: KernelVariant
    /// Floating-point operations a nanosecond on one thread; a multiply-add counts as two.
    package let singleThreadGigaflops: Double
    /// The same on all threads of the device together.
    package let gigaflops: Double

    /// Measures for about three times `seconds` on one thread, and as long on all of `device`.
    package init(of device: ComputeDevice, seconds: Double) {
        variant = device.variant
        let single = Self.gigaflops(device.kernels, pool: ThreadPool(threads: 1), seconds: seconds)
        singleThreadGigaflops = single
        gigaflops =
            device.threads == 1 ? single : Self.gigaflops(device.kernels, pool: device.pool, seconds: seconds)
    }

    /// The best of a few measurements, because everything that disturbs one makes it lower.
    static func gigaflops(_ kernels: any Kernels.Type, pool: ThreadPool, seconds: Double) -> Double {
        // Many short tasks, so that no thread waits long for another at the end.
        let tasks = 16 * pool.threadCount
        var rounds = 1_000
        var best = 0.0
        var total = 0.0
        while total < 3 * seconds || best == 0 {
            let (operations, duration) = run(kernels, tasks: tasks, rounds: rounds, pool: pool)
            total += duration
            if duration < seconds / 2 {
                rounds *= 2
            } else {
                best = max(best, Double(operations) / duration * 1e-9)
            }
        }
        return best
    }

    private static func run(
        _ kernels: any Kernels.Type, tasks: Int, rounds: Int, pool: ThreadPool
    ) -> (operations: Int, seconds: Double) {
        let valuesPerTask = 256
        let values = AlignedBuffer<Float>(repeating: 0, count: tasks * valuesPerTask)
        var operations = 0
        let duration = NeuralNetwork.seconds {
            pool.run(tasks) { task in
                let done = kernels.multiplyAddInRegisters(
                    rounds: rounds, values: values.pointer + task * valuesPerTask)
                // All tasks do the same number.
                if task == 0 { operations = done * tasks }
            }
        }
        return (operations, duration)
    }
}
