import NotebookCore
import Testing

struct ValuePathTests {
    @Test(arguments: ["a", "baseline.test.accuracy", "no-dropout.test.class.5.accuracy", "x.10-20"])
    func acceptsKebabCase(path: String) {
        #expect(ValuePath.isWellFormed(path))
    }

    @Test(arguments: ["", ".", "a.", ".a", "a..b", "Upper", "a_b", "-a", "a-", "a--b", "ä", "a b"])
    func refusesOtherCase(path: String) {
        #expect(!ValuePath.isWellFormed(path))
    }
}
