import Foundation
import NotebookCore
import Testing

@testable import NotebookRendering

struct PNGEncoderTests {
    private func bitDepth(_ file: Data) -> UInt8 { file[24] }

    @Test(arguments: [(1, 1), (3, 2), (28, 28), (5, 7), (64, 3)])
    func inkBecomesDarkPixelsOnWhitePaper(width: Int, height: Int) throws {
        let ink = (0..<(width * height)).map { UInt8($0 * 37 % 256) }
        let file = try #require(PNGEncoder.encode(GreyImage(width: width, height: height, pixels: ink)))
        let image = try PNGFile(decoding: file)
        #expect(image.width == width && image.height == height)
        #expect(image.pixels == ink.map { 255 - $0 })
    }

    @Test(
        arguments: [
            ([0, 255, 255, 0], 1), ([0, 85, 170, 255], 2), ([0, 17, 34, 255], 4), ([0, 1, 2, 3], 8),
        ] as [([UInt8], UInt8)])
    func takesTheFewestBitsThatHoldTheImage(ink: [UInt8], depth: UInt8) throws {
        let file = try #require(PNGEncoder.encode(GreyImage(width: 3, height: 1, pixels: ink.prefix(3))))
        #expect(bitDepth(file) <= depth)
        #expect(try PNGFile(decoding: file).pixels == ink.prefix(3).map { 255 - $0 })
    }

    @Test func sixteenLevelsAreAtMostHalfAStepOff() throws {
        let ink = (0...255).map { UInt8($0) }
        let file = try #require(PNGEncoder.encode(GreyImage(width: 16, height: 16, pixels: ink), levels: 16))
        #expect(bitDepth(file) == 4)
        // A step of sixteen levels is 17 greys.
        for (read, original) in zip(try PNGFile(decoding: file).pixels, ink) {
            #expect(abs(Int(read) - (255 - Int(original))) <= 8)
        }
    }

    @Test(arguments: [(0, 0), (0, 5), (5, 0), (2000, 501)])
    func imagesWithoutPixelsOrWithTooManyGiveNoFile(width: Int, height: Int) {
        let image = GreyImage(width: width, height: height, pixels: Data(count: width * height))
        #expect(PNGEncoder.encode(image) == nil)
    }
}
