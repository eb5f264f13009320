/// One run of a sweep: the values that it set, and what came of it.
package struct SweepRun: Sendable {
    /// The swept parameters with their values in this run, in the order of the sweep.
    package let settings: [Setting]
    /// The addresses of the run's page and record, relative to the sweep's own page.
    package let page: String
    package let record: String
    package let run: Run

    package init(settings: [Setting], page: String, record: String, run: Run) {
        self.settings = settings
        self.page = page
        self.record = record
        self.run = run
    }

    /// A swept parameter with its value in one run.
    package struct Setting: Hashable, Sendable {
        package var name: String
        package var text: String

        package init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// "learning-rate=0.001, epochs=3"
    var title: String { settings.map { "\($0.name)=\($0.text)" }.joined(separator: ", ") }

    /// Seconds that the cells took when they were computed.
    var seconds: Double { run.cells.reduce(0) { $0 + $1.seconds } }
}
