/// A behaviour that a page gains where scripts run; everything is there without it.
package struct PageScript: Hashable, Sendable {
    /// The text of the `script` element, a classic script. It must contain neither `</script` nor `<!--`.
    package let source: String
    /// Whether it talks to the server that the page came from; a page that is a file has none.
    package let connects: Bool

    package init(_ source: String, connects: Bool = false) {
        self.source = source
        self.connects = connects
    }
}
