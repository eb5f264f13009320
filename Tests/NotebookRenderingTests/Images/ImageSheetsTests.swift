import Foundation
import Markup
import NotebookCore
import Testing

@testable import NotebookRendering

struct ImageSheetsTests {
    /// An image of one grey that 16 levels hold exactly.
    private func image(_ level: Int, width: Int = 2, height: Int = 3) -> GreyImage {
        GreyImage(width: width, height: height, pixels: [UInt8](repeating: UInt8(level * 17), count: width * height))
    }

    private func viewBox(_ element: Element?) -> String? {
        element?.attributes.first { $0.name == "viewBox" }?.value
    }

    /// The first sheet's pixels: white paper is 255.
    private func sheet(_ sheets: ImageSheets) throws -> PNGFile {
        let markup = try #require(sheets.element).markup
        let data = try #require(markup.firstMatch(of: /base64,([^"]*)"/)).1
        return try PNGFile(decoding: try #require(Data(base64Encoded: String(data))))
    }

    @Test func everyImageIsWhereItsElementLooks() throws {
        let images = (1...15).map { image($0) } + (1...15).map { image($0, width: 3) }
        let sheets = ImageSheets(images.map { $0 })
        let file = try sheet(sheets)
        for (index, image) in images.prefix(15).enumerated() {
            let corner = try #require(viewBox(sheets.element(showing: image, description: ""))).split(separator: " ")
            let (x, y) = (try #require(Int(corner[0])), try #require(Int(corner[1])))
            #expect(corner[2...] == ["2", "3"])
            for row in 0..<3 {
                for column in 0..<2 {
                    #expect(file.pixels[(y + row) * file.width + x + column] == UInt8(255 - (index + 1) * 17))
                }
            }
        }
    }

    @Test func equalImagesAreStoredOnce() {
        let sheets = ImageSheets([image(1), image(2), image(1)])
        #expect(viewBox(sheets.element(showing: image(1), description: "")) == "0 0 2 3")
        #expect(viewBox(sheets.element(showing: image(2), description: "")) == "2 0 2 3")
        #expect(sheets.anchors == ["images-1"])
    }

    @Test func aFullSheetIsFollowedByAnother() throws {
        let images = (0...ImageSheets.capacity).map { index in
            GreyImage(width: 2, height: 1, pixels: [UInt8(index % 256), UInt8(index / 256)])
        }
        let sheets = ImageSheets(images)
        #expect(sheets.anchors == ["images-1", "images-2"])
        #expect(viewBox(sheets.element(showing: images[ImageSheets.rowLength], description: "")) == "0 1 2 1")
        let last = try #require(sheets.element(showing: images[ImageSheets.capacity], description: ""))
        #expect(last.markup.contains("#images-2"))
        #expect(viewBox(last) == "0 0 2 1")
    }

    @Test func largeImagesStandOnTheirOwn() {
        let large = GreyImage(width: 65, height: 1, pixels: [UInt8](repeating: 0, count: 65))
        let sheets = ImageSheets([large])
        #expect(sheets.element == nil)
        #expect(sheets.element(showing: large, description: "wide")?.name == "img")
    }

    @Test func imagesWithoutPixelsAreLeftOut() {
        let empty = GreyImage(width: 0, height: 4, pixels: [])
        #expect(ImageSheets([empty]).element(showing: empty, description: "") == nil)
    }
}
