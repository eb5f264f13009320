/// The classes that tell series apart: by colour, and by the shape of their marks.
enum Palette {
    static let count = 6

    /// The class of a series; its colour repeats after six, dashed from then on.
    static func className(for series: Int) -> String {
        let colour = "k\(series % count + 1)"
        return (series / count).isMultiple(of: 2) ? colour : colour + " dashed"
    }
}
