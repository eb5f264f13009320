import Foundation

/// The real MNIST files, where the environment names them.
enum RealMNIST {
    static let folder = ProcessInfo.processInfo.environment["MNIST_DIR"]
}
