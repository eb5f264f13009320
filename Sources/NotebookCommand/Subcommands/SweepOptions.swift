import ArgumentParser

/// The options that run a notebook with several values of its parameters.
struct SweepOptions: ParsableArguments {
    @Option(
        name: .customLong("sweep"),
        help: ArgumentHelp(
            "Values for a parameter, each of which is run to a page of its own in output/NAME/; repeatable: every "
                + "combination is run.", valueName: "name=a,b,c"),
        transform: SweepAxis.init(argument:))
    var axes: [SweepAxis] = []

    @Option(
        help: ArgumentHelp("Runs of a sweep that go on at the same time and share the threads.", valueName: "count"))
    var jobs = 1

    private static let jobLimits = 1...64

    func validate() throws {
        if !Self.jobLimits.contains(jobs) {
            throw ValidationError("--jobs takes a number from 1 to \(Self.jobLimits.upperBound).")
        }
        if jobs > 1, axes.isEmpty {
            throw ValidationError("--jobs is for the runs of a sweep: name one with --sweep.")
        }
        _ = try sweep
    }

    /// Nil where nothing is swept.
    var sweep: Sweep? {
        get throws(ValidationError) {
            do throws(SweepMistake) {
                return axes.isEmpty ? nil : try Sweep(axes)
            } catch {
                throw ValidationError("\(error).")
            }
        }
    }
}

extension SweepAxis {
    fileprivate init(argument: String) throws {
        do throws(SweepMistake) {
            try self.init(argument)
        } catch {
            throw ValidationError(error.description)
        }
    }
}
