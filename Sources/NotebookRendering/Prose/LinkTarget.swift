import Foundation

/// Where a link leads, as far as a page follows it.
package enum LinkTarget: Equatable {
    /// A place on the same page; the anchor without `#`, percent signs decoded.
    case anchor(String)
    /// A web page, a mail address, or a file beside the page.
    case address(String)
    /// A scheme that a page must not follow, such as `javascript`.
    case refused(scheme: String)

    /// Judges a link's destination as browsers read it: they skip control characters and white space around and
    /// within schemes, so that a destination with any is refused.
    package init(_ destination: String) {
        let isPlain = destination.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
        let scheme = destination.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
        let hasScheme = scheme.endIndex < destination.endIndex && destination[scheme.endIndex] == ":"
        if destination.hasPrefix("#") {
            let fragment = String(destination.dropFirst())
            self = .anchor(fragment.removingPercentEncoding ?? fragment)
        } else if hasScheme, !Self.followed.contains(scheme.lowercased()) {
            self = .refused(scheme: String(scheme.prefix(20)))
        } else if !isPlain, hasScheme || destination.contains(":") {
            self = .refused(scheme: "")
        } else {
            self = .address(destination)
        }
    }

    private static let followed: Set<String> = ["http", "https", "mailto"]
}
