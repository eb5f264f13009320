import NeuralNetwork
import NotebookCore
import Synchronization

/// The devices of this process, one for each number of threads, so that cells share one pool of threads.
private let devices = Mutex<[Int?: ComputeDevice]>([:])

extension CellContext {
    /// The device with the run's threads and the fastest kernels of this machine.
    func device() throws -> ComputeDevice { try device(threads: settings.threads) }

    /// A device with that many threads; nil for all cores.
    func device(threads: Int?) throws -> ComputeDevice {
        try devices.withLock { devices in
            if let device = devices[threads] { return device }
            let device = try explainingFailures { try ComputeDevice(threads: threads) }
            devices[threads] = device
            return device
        }
    }
}
