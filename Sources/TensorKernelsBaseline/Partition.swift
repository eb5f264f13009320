internal import TensorKernelsInterface

/// The `part`th of `parts` nearly equal ranges that make up `0..<count`.
func split(_ count: Int, into parts: Int, part: Int) -> Range<Int> {
    count * part / parts..<count * (part + 1) / parts
}

extension ThreadPool {
    /// Calls `body` with ranges of at most `chunk` indices that make up `0..<count`.
    func forEachChunk(of count: Int, chunk: Int = 16_384, _ body: (Range<Int>) -> Void) {
        forEachChunk(of: count, chunk: chunk) { range, _ in body(range) }
    }

    /// Like `forEachChunk`, but tells `body` as well which worker calls it.
    func forEachChunk(of count: Int, chunk: Int, _ body: (_ range: Range<Int>, _ worker: Int) -> Void) {
        run((count + chunk - 1) / chunk) { index, worker in
            body(index * chunk..<min(count, (index + 1) * chunk), worker)
        }
    }
}
