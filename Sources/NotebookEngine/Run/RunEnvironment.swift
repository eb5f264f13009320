/// What a run was done with, for the record and the foot of the page.
package struct RunEnvironment: Hashable, Sendable, Codable {
    /// Version of the program.
    package var version: String
    package var operatingSystem: String
    package var processor: String
    /// The instruction set whose kernels computed.
    package var kernels: String
    package var threads: Int
    package var seed: UInt64
    /// Raw texts of the notebook's parameters in this run, by name.
    package var parameters: [String: String]
    /// SHA-256 of the notebook's file in hexadecimal; nil where the run is of no file.
    package var notebookDigest: String?
    /// The Git commit that is checked out where the notebook lies; nil outside of a repository.
    package var commit: String?

    package init(
        version: String, operatingSystem: String, processor: String, kernels: String, threads: Int, seed: UInt64,
        parameters: [String: String], notebookDigest: String? = nil, commit: String? = nil
    ) {
        self.version = version
        self.operatingSystem = operatingSystem
        self.processor = processor
        self.kernels = kernels
        self.threads = threads
        self.seed = seed
        self.parameters = parameters
        self.notebookDigest = notebookDigest
        self.commit = commit
    }
}
