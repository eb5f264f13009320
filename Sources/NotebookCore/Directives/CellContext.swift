/// What a running cell may use: the products and values of the cells before it, random keys, and a way to report.
package struct CellContext: Sendable {
    package let settings: RunSettings
    /// What the cell's own `find` has found.
    package let findings: CellFindings
    /// What earlier runs of the same work have left, and where this one leaves its own.
    package let checkpoints: CellCheckpoints
    private let provideProduct: @Sendable (_ label: String) async throws -> (any CellProduct)?
    private let publishedValues: [ValuePath: PublishedValue]
    private let deriveRandomKey: @Sendable (_ purpose: String) -> UInt64
    private let rememberDigest: @Sendable (_ path: String, () throws -> String) throws -> String
    private let receiveReport: @Sendable (CellReport) -> Void

    /// - Parameters:
    ///   - product: Gives the product of the cell with that label, made again where it came from the store.
    ///   - fileDigest: Gives a file's digest, by calling what it is given unless the digest is remembered.
    package init(
        settings: RunSettings,
        findings: CellFindings = CellFindings(),
        checkpoints: CellCheckpoints = .none,
        values: [ValuePath: PublishedValue],
        product: @escaping @Sendable (_ label: String) async throws -> (any CellProduct)?,
        randomKey: @escaping @Sendable (_ purpose: String) -> UInt64,
        fileDigest: @escaping @Sendable (_ path: String, () throws -> String) throws -> String = { try $1() },
        report: @escaping @Sendable (CellReport) -> Void
    ) {
        self.settings = settings
        self.findings = findings
        self.checkpoints = checkpoints
        self.provideProduct = product
        self.publishedValues = values
        self.deriveRandomKey = randomKey
        self.rememberDigest = fileDigest
        self.receiveReport = report
    }

    /// The product of a cell that this cell's options refer to; made again now where that cell's result was kept.
    package func product<Product>(_ reference: CellReference<Product>) async throws -> Product {
        guard let product = try await provideProduct(reference.label) as? Product else {
            preconditionFailure("cell `\(reference.label)` has not made its product before a cell that needs it")
        }
        return product
    }

    /// A value that this cell's options refer to; nil for any other.
    package func value(_ path: ValuePath) -> PublishedValue? { publishedValues[path] }

    /// A key for random numbers, derived from the seed, the cell's stream label and `purpose`.
    package func randomKey(for purpose: String) -> UInt64 { deriveRandomKey(purpose) }

    /// The digest of the file at `path`: what `compute` gives, or gave before if nothing has touched the file since.
    package func digest(ofFile path: String, _ compute: () throws -> String) throws -> String {
        try rememberDigest(path, compute)
    }

    /// Tells those who watch how far the cell has come.
    package func report(_ report: CellReport) { receiveReport(report) }
}

/// What the command line and the environment say to every cell.
package struct RunSettings: Sendable {
    /// The folder that `--data` names.
    package var dataDirectory: String?
    /// The data set that the person says the files to be (`--data-is`), whatever their digests; nil where nothing is said.
    package var dataIdentity: String?
    /// Threads to compute with; nil for all cores.
    package var threads: Int?
    /// Environment variables, such as `MNIST_DIR` and `XDG_CACHE_HOME`.
    package var environment: [String: String]

    package init(
        dataDirectory: String? = nil, dataIdentity: String? = nil, threads: Int? = nil,
        environment: [String: String] = [:]
    ) {
        self.dataDirectory = dataDirectory
        self.dataIdentity = dataIdentity
        self.threads = threads
        self.environment = environment
    }
}

/// What a running cell reports.
package enum CellReport: Sendable {
    /// How far the cell has come; shown as a bar that replaces the one before.
    case progress(CellProgress)
    /// A line worth keeping, such as the end of an epoch.
    case milestone(String)
    /// Outputs so far, such as live curves; they replace those reported before.
    case partialOutputs([CellOutput])
}

/// How far a cell has come.
package struct CellProgress: Hashable, Sendable {
    /// A figure to show beside the bar, already written for people.
    package struct Figure: Hashable, Sendable {
        package var name: String
        package var text: String

        package init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// 0…1 of the whole cell; nil where unknown.
    package var fraction: Double?
    /// What is going on, such as "epoch 3 of 20".
    package var stage: String
    package var figures: [Figure]
    /// Estimated seconds until the cell ends; nil where unknown.
    package var secondsLeft: Double?

    package init(fraction: Double?, stage: String, figures: [Figure] = [], secondsLeft: Double? = nil) {
        self.fraction = fraction
        self.stage = stage
        self.figures = figures
        self.secondsLeft = secondsLeft
    }
}
