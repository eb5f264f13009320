package import NotebookSyntax

/// Parameters with several values each, of which every combination is run.
package struct Sweep: Hashable, Sendable {
    /// Runs beyond this number are refused: their pages alone would take gigabytes.
    package static let runLimit = 1000

    package let axes: [SweepAxis]

    /// - Throws: Where a parameter is swept twice, or there are too many combinations.
    package init(_ axes: [SweepAxis]) throws(SweepMistake) {
        for (index, axis) in axes.enumerated() where axes[..<index].contains(where: { $0.name == axis.name }) {
            throw SweepMistake(
                "--sweep \(axis.name)=… is given twice: write all values behind one, with commas between them")
        }
        let (count, overflows) = axes.reduce((1, false)) { product, axis in
            let (count, overflow) = product.0.multipliedReportingOverflow(by: axis.values.count)
            return (count, product.1 || overflow)
        }
        guard !overflows, count <= Self.runLimit else {
            let product = axes.map { String($0.values.count) }.joined(separator: " × ")
            throw SweepMistake(
                "the sweep has \(product) combinations, and \(Self.runLimit) is the most that one call runs: "
                    + "leave some values out")
        }
        self.axes = axes
    }

    /// All combinations; the last parameter varies fastest.
    package var combinations: [Combination] {
        var combinations: [[ParameterSetting]] = [[]]
        for axis in axes {
            combinations = combinations.flatMap { settings in
                axis.values.map {
                    settings + [ParameterSetting(axis.name, $0, origin: .sweep(values: axis.values))]
                }
            }
        }
        var taken: Set<String> = []
        return combinations.map { settings in
            let name = Self.fileName(for: settings)
            let number = (1...).first { taken.insert($0 == 1 ? name : "\(name)-\($0)").inserted } ?? 1
            return Combination(settings: settings, fileName: number == 1 ? name : "\(name)-\(number)")
        }
    }

    /// One value for each parameter.
    package struct Combination: Hashable, Sendable {
        package var settings: [ParameterSetting]
        /// Name of the page and the record, without an extension; unique in the sweep: `learning-rate=0.001,epochs=3`.
        package var fileName: String
    }

    /// File systems take 255 bytes; an extension and a temporary name have to fit in as well.
    private static let longestName = 160

    /// Only characters that every file system and every address takes as they are.
    private static func fileName(for settings: [ParameterSetting]) -> String {
        let text = settings.map { setting in
            let value = setting.text.map { character in
                character.isASCII && (character.isLetter || character.isNumber) || "._+-%".contains(character)
                    ? (character == "%" ? "pct" : String(character)) : "-"
            }
            return "\(setting.name)=\(value.joined())"
        }.joined(separator: ",")
        return String(text.prefix(longestName))
    }
}
