import Foundation

/// An event for a page that listens to the server (HTML, 9.2).
package struct ServerSentEvent: Hashable, Sendable {
    package var name: String
    /// JSON on one line.
    package var data: String

    package init(_ name: String, _ content: some Encodable) {
        self.name = name
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(content) else {
            preconditionFailure("an event has a number that JSON cannot hold")
        }
        data = String(decoding: json, as: UTF8.self)
    }

    /// The event as it is sent. Line breaks in JSON's strings are escaped, so that the data are one line.
    package var text: String { "event: \(name)\ndata: \(data)\n\n" }
}
