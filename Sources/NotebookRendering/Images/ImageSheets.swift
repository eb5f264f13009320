import Foundation
import Markup
import NotebookCore
import NotebookEngine

/// The small images of a page side by side on a few sheets, so that each is stored once wherever it is shown.
///
/// A file for each would cost more for its head than for its pixels.
struct ImageSheets: Sendable {
    /// Images that fit on a sheet are at most so wide and high; others stand on their own.
    static let largestSide = 64
    /// Images in a row of a sheet.
    static let rowLength = 20
    /// Images on a sheet.
    static let capacity = 500

    private struct Place {
        var sheet: Int
        var column: Int
        var row: Int
    }

    private struct Size: Hashable {
        var width: Int
        var height: Int
    }

    private let places: [GreyImage: Place]
    private let sheets: [[GreyImage]]

    init(_ cells: [CellRun]) {
        self.init(cells.flatMap(\.shownOutputs).flatMap(\.images))
    }

    init(_ images: [GreyImage]) {
        var seen: Set<GreyImage> = []
        var places: [GreyImage: Place] = [:]
        var sheets: [[GreyImage]] = []
        var open: [Size: Int] = [:]
        for image in images where Self.fits(image) && seen.insert(image).inserted {
            let size = Size(width: image.width, height: image.height)
            if open[size].map({ sheets[$0].count == Self.capacity }) ?? true {
                open[size] = sheets.count
                sheets.append([])
            }
            guard let sheet = open[size] else { continue }
            let index = sheets[sheet].count
            places[image] = Place(sheet: sheet, column: index % Self.rowLength, row: index / Self.rowLength)
            sheets[sheet].append(image)
        }
        self.places = places
        self.sheets = sheets
    }

    private static func fits(_ image: GreyImage) -> Bool {
        (1...largestSide).contains(image.width) && (1...largestSide).contains(image.height)
    }

    /// An image as an element, from its sheet or with its own data; nil where it has no pixels or far too many.
    func element(showing image: GreyImage, description: String) -> Element? {
        guard let place = places[image] else {
            return PNGEncoder.encode(image).map { data in
                Element(
                    "img", .src(DataURI.address(of: data, mediaType: "image/png")), .alt(description),
                    Attribute("width", image.width), Attribute("height", image.height))
            }
        }
        let corner = "\(place.column * image.width) \(place.row * image.height)"
        return Element(
            "svg", .class("digit"), .role("img"), .aria("label", description),
            Attribute("viewBox", "\(corner) \(image.width) \(image.height)")
        ) {
            Element("use", .href("#" + Self.anchor(ofSheet: place.sheet)))
        }
    }

    /// The sheets themselves, which do not show; nil for a page without small images.
    var element: Element? {
        guard !sheets.isEmpty else { return nil }
        return Element(
            "svg", .class("sheets"), .aria("hidden", "true"), Attribute("width", 0), Attribute("height", 0)
        ) {
            Element("defs") {
                for (index, sheet) in sheets.concurrentMap({ Self.sheet(of: $0) }).enumerated() {
                    if let data = sheet.data {
                        Element(
                            "image", .id(Self.anchor(ofSheet: index)),
                            .href(DataURI.address(of: data, mediaType: "image/png")),
                            Attribute("width", sheet.image.width), Attribute("height", sheet.image.height))
                    }
                }
            }
        }
    }

    /// The anchors of the sheets, so that no heading takes one.
    var anchors: [String] { sheets.indices.map(Self.anchor) }

    private static func anchor(ofSheet index: Int) -> String { "images-\(index + 1)" }

    /// Images of equal size, row by row; what is left of the last row is paper.
    private static func sheet(of images: [GreyImage]) -> (image: GreyImage, data: Data?) {
        let (width, height) = (images[0].width, images[0].height)
        let columns = min(images.count, rowLength)
        let rows = (images.count + rowLength - 1) / rowLength
        var pixels = [UInt8](repeating: 0, count: columns * width * rows * height)
        for (index, image) in images.enumerated() {
            let start = (index / rowLength * height * columns + index % rowLength) * width
            for (row, line) in stride(from: 0, to: image.pixels.count, by: width).enumerated() {
                let target = start + row * columns * width
                pixels.replaceSubrange(
                    target..<target + width,
                    with: image.pixels[(image.pixels.startIndex + line)..<(image.pixels.startIndex + line + width)])
            }
        }
        let sheet = GreyImage(width: columns * width, height: rows * height, pixels: pixels)
        return (sheet, PNGEncoder.encode(sheet, levels: 16))
    }
}

extension CellOutput {
    /// All images that the output holds, those behind the cells of a heat map among them.
    fileprivate var images: [GreyImage] {
        switch self {
        case .images(let grid): grid.items.map(\.image)
        case .chart(let chart):
            if case .heatMap(let map) = chart.kind { map.examples.flatMap(\.items).map(\.image) } else { [] }
        case .table, .text: []
        }
    }
}
