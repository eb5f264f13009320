import NeuralNetwork
import NotebookCore
import Synchronization
import TensorKernels

/// What tells one device from another.
private struct DeviceKind: Hashable {
    let threads: Int?
    let variant: KernelVariant
}

/// The devices of this process, so that cells share one pool of threads.
private let devices = Mutex<[DeviceKind: ComputeDevice]>([:])

extension CellContext {
    /// The device with the run's threads and the fastest kernels of this machine.
    func device() throws -> ComputeDevice { try device(threads: settings.threads) }

    /// A device with that many threads; nil for all cores.
    func device(threads: Int?) throws -> ComputeDevice {
        try explainingFailures {
            let kind = DeviceKind(
                threads: threads, variant: try KernelVariant.preferred(environment: settings.environment))
            return try devices.withLock { devices in
                if let device = devices[kind] { return device }
                let device = try ComputeDevice(threads: threads, variant: kind.variant)
                devices[kind] = device
                return device
            }
        }
    }
}
