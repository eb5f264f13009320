import FlyingSocks

/// The events of a live page as the body of a response that ends with the connection.
struct EventBytes: AsyncBufferedSequence {
    typealias Element = UInt8

    let page: LivePage

    func makeAsyncIterator() -> Iterator { Iterator(page: page, changes: page.follow().makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        let page: LivePage
        var changes: AsyncStream<Void>.Iterator
        var revision = 0

        mutating func next() async throws -> UInt8? { preconditionFailure("bodies are read in buffers") }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard await changes.next() != nil else { return nil }
            let text = page.events(since: &revision).map(\.text).joined()
            // A comment where there is nothing to tell: whether anybody reads is only found by writing.
            return Array((text.isEmpty ? ":\n\n" : text).utf8)
        }
    }
}
