import NotebookCore
import Testing

struct SuggestionTests {
    @Test(arguments: [
        ("train", "train", 0), ("tarin", "train", 1), ("trian", "train", 1), ("rain", "train", 1), ("", "abc", 3),
        ("plot-confusoin", "plot-confusion", 1), ("kitten", "sitting", 3),
    ])
    func countsEdits(from: String, to: String, distance: Int) {
        #expect(Suggestion.distance(from: from, to: to) == distance)
        #expect(Suggestion.distance(from: to, to: from) == distance)
    }

    @Test func suggestsOnlyWhatIsNear() {
        #expect(Suggestion.closest(to: "epoch", among: ["epochs", "model"]) == "epochs")
        #expect(Suggestion.closest(to: "colour", among: ["epochs", "model"]) == nil)
        #expect(Suggestion.closest(to: "x", among: []) == nil)
    }
}
