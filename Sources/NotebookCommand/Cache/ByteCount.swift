/// An amount of bytes as the command line writes it: `500MB`, `1.5GiB`, `0`.
package struct ByteCount: Hashable, Sendable {
    package let bytes: Int

    package init(bytes: Int) {
        self.bytes = bytes
    }

    /// Bytes of each unit; a number alone counts bytes.
    private static let units: [(name: String, bytes: Double)] = [
        ("", 1), ("b", 1), ("kb", 1e3), ("mb", 1e6), ("gb", 1e9), ("tb", 1e12), ("kib", 1024), ("mib", 1_048_576),
        ("gib", 1_073_741_824), ("tib", 1_099_511_627_776),
    ]

    /// A number and a unit; nil for anything else.
    package init?(_ text: String) {
        guard let quantity = NumberWithUnit(text),
            let unit = Self.units.first(where: { $0.name == quantity.unit.lowercased() }),
            let bytes = Int(exactly: (quantity.number * unit.bytes).rounded())
        else { return nil }
        self.bytes = bytes
    }
}
