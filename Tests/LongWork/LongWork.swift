import NotebookEngine

/// Does work of seconds on threads of its own.
///
/// Tests share as few threads as the machine has cores. Long computations, and waiting for processes, would keep tests of
/// servers and time limits from theirs.
package func onThreadsOfItsOwn<Result: Sendable>(
    _ work: @Sendable () async throws -> Result
) async throws -> Result {
    try await withTaskExecutorPreference(longWork) { try await work() }
}

private let longWork = ThreadExecutor(threads: 2)
