/// What `watch` has to tell beside the events of runs.
package enum WatchEvent: Sendable {
    /// The page is served there; the port that was asked for is taken, if it is another.
    case serving(address: String, takenPort: UInt16?)
    /// No browser could be opened.
    case browserMissing(address: String)
    /// The first run has ended, and the program waits for changes.
    case waiting(file: String, address: String)
    /// Files have changed, and the notebook is read anew.
    case filesChanged([String])
    /// A signal asked the program to end.
    case ended

    /// Whether it says why the program ends.
    var endsTheProgram: Bool { if case .ended = self { true } else { false } }
}
