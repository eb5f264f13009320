import Foundation
import Testing

@testable import Charts

struct ChartStyleTests {
    private static let themes = [
        (colours: ChartStyle.lightColours, paper: "#fffefb"), (colours: ChartStyle.darkColours, paper: "#15181c"),
    ]

    /// WCAG 2.2 asks for 4.5:1 between text and what is behind it; series give their names their colours.
    @Test(arguments: themes, 1...Palette.count)
    func seriesAreLegibleOnPaper(theme: (colours: String, paper: String), series: Int) throws {
        let colour = try #require(Self.value(of: "k\(series)", in: theme.colours))
        #expect(Self.contrast(colour, theme.paper) >= 4.5)
    }

    @Test(arguments: themes, 0...CountLevels.count)
    func countsAreLegibleInTheirCells(theme: (colours: String, paper: String), shade: Int) throws {
        for scale in ["h", "g"] {
            let cell = try #require(Self.value(of: "\(scale)\(shade)", in: theme.colours))
            let text = try #require(Self.value(of: "on-\(scale)\(shade)", in: theme.colours))
            #expect(Self.contrast(cell, text) >= 4.5, "\(scale)\(shade)")
        }
    }

    @Test func bothThemesDefineTheSameColours() {
        let names = Self.themes.map { theme in
            theme.colours.matches(of: /--([a-z0-9-]+):/).map { String($0.1) }.sorted()
        }
        #expect(names[0] == names[1])
    }

    private static func value(of name: String, in colours: String) -> String? {
        colours.split(separator: ";").first { $0.hasPrefix("--\(name):") }.map { String($0.split(separator: ":")[1]) }
    }

    /// WCAG 2.2, contrast ratio.
    private static func contrast(_ first: String, _ second: String) -> Double {
        let luminances = [luminance(first), luminance(second)].sorted()
        return (luminances[1] + 0.05) / (luminances[0] + 0.05)
    }

    /// WCAG 2.2, relative luminance of an sRGB colour, `#rgb` or `#rrggbb`.
    private static func luminance(_ colour: String) -> Double {
        var digits = colour.dropFirst().map(String.init)
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let channels = stride(from: 0, to: 6, by: 2).map { index -> Double in
            let share = Double(Int(digits[index] + digits[index + 1], radix: 16) ?? 0) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
