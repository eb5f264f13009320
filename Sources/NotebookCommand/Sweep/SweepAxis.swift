/// A parameter of a sweep with the values that it takes one after the other: `name=value,value`.
package struct SweepAxis: Hashable, Sendable {
    package var name: String
    package var values: [String]

    /// Reads an argument; throws a text that says what to write instead.
    package init(_ text: String) throws(SweepMistake) {
        guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
            throw SweepMistake("write a name, an equals sign and values: --sweep learning-rate=0.001,0.003")
        }
        name = String(text[..<sign])
        values = text[text.index(after: sign)...].split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmed }
        guard !values.contains("") else {
            throw SweepMistake("a value of `\(name)` is empty: write values with commas between them")
        }
        for (index, value) in values.enumerated() where values[..<index].contains(value) {
            throw SweepMistake("`\(value)` is among the values of `\(name)` twice: write it once")
        }
    }
}

/// What is wrong with a sweep, as one line.
package struct SweepMistake: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
