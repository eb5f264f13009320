import NotebookCore

/// A cell whose outputs are known before it runs, for pages that the program writes itself.
///
/// It belongs to no vocabulary: notebooks cannot write it.
struct PreparedOutputs: Directive {
    static let name = "prepared-outputs"
    static let summary = "Shows what the program has prepared."
    static let example = """
        ```prepared-outputs
        ```
        """
    static let version = 1
    static let options: [any AnyOption] = []

    private let outputs: [CellOutput]

    init(_ arguments: DirectiveArguments) {
        outputs = []
    }

    init(_ outputs: [CellOutput]) {
        self.outputs = outputs
    }

    func run(in context: CellContext) -> CellResult { CellResult(outputs: outputs) }
}
