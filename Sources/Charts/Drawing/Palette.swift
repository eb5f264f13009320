/// The classes that tell series apart: by colour, and by the shape of their marks.
enum Palette {
    static let count = 6

    /// The class of a series; its colour repeats after six, dashed from then on.
    static func className(for series: Int) -> String {
        (series / count).isMultiple(of: 2) ? colorName(for: series) : colorName(for: series) + " dashed"
    }

    /// The class of a color alone, which repeats after six.
    static func colorName(for series: Int) -> String { "k\(series % count + 1)" }
}
