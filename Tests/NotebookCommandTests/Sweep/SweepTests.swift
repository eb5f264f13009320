import NotebookCommand
import Testing

struct SweepTests {
    @Test func combinationsMultiplyAndTheLastVariesFastest() throws {
        let sweep = try Sweep([SweepAxis("rate=0.1,0.2,0.3"), SweepAxis("epochs=1, 2")])
        #expect(
            sweep.combinations.map(\.fileName) == [
                "rate=0.1,epochs=1", "rate=0.1,epochs=2", "rate=0.2,epochs=1", "rate=0.2,epochs=2",
                "rate=0.3,epochs=1", "rate=0.3,epochs=2",
            ])
        #expect(sweep.combinations[3].settings.map(\.text) == ["0.2", "2"])
    }

    @Test func fileNamesHaveOnlyPlainCharactersAndDiffer() throws {
        let sweep = try Sweep([SweepAxis("p=20%,a/b,a b,../x,ü")])
        #expect(sweep.combinations.map(\.fileName) == ["p=20pct", "p=a-b", "p=a-b-2", "p=..-x", "p=-"])
    }

    @Test func longFileNamesAreCutAndDiffer() throws {
        let long = String(repeating: "x", count: 300)
        let names = try Sweep([SweepAxis("p=\(long)1,\(long)2")]).combinations.map(\.fileName)
        #expect(names.map(\.count) == [160, 162])
    }

    @Test(arguments: [
        ("rate", "write a name, an equals sign and values: --sweep learning-rate=0.001,0.003"),
        ("=1", "write a name, an equals sign and values: --sweep learning-rate=0.001,0.003"),
        ("rate=", "a value of `rate` is empty: write values with commas between them"),
        ("rate=1,,2", "a value of `rate` is empty: write values with commas between them"),
        ("rate=1,2,1", "`1` is among the values of `rate` twice: write it once"),
    ])
    func axisExplainsMistakes(text: String, message: String) {
        #expect(throws: SweepMistake.self) { try SweepAxis(text) }
        do { _ = try SweepAxis(text) } catch { #expect(error.description == message) }
    }

    @Test func sweepingAParameterTwiceIsRefused() throws {
        let axes = [try SweepAxis("rate=1,2"), try SweepAxis("rate=3")]
        #expect(throws: SweepMistake.self) { try Sweep(axes) }
    }

    @Test(arguments: [3, 12, 70])
    func absurdSizesAreRefused(axisCount: Int) throws {
        let values = (0..<(axisCount == 3 ? 11 : 2)).map(String.init).joined(separator: ",")
        let axes = try (0..<axisCount).map { try SweepAxis("p-\($0)=\(values)") }
        #expect(throws: SweepMistake.self) { try Sweep(axes) }
    }
}
