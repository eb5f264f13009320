/// A way for the user to name the folder of the data; a folder so named is final.
package enum NamedSource: String, Hashable, Sendable, CaseIterable {
    /// The option of the command line.
    case option = "--data"
    /// The environment variable.
    case environment = "MNIST_DIR"
}
