/// How long a download waits for a server.
package struct DownloadTimeouts: Hashable, Sendable {
    /// From the request to the first answer: name, connection and headers.
    package let answer: Duration
    /// Between two pieces of a body.
    package let stall: Duration

    /// Five seconds for the answer and fifteen between pieces, unless said otherwise.
    package init(answer: Duration = .seconds(5), stall: Duration = .seconds(15)) {
        self.answer = answer
        self.stall = stall
    }
}
