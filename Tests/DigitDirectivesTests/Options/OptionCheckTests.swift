import NotebookCore
import NotebookSyntax
import Testing

@testable import DigitDirectives

/// What the author of a notebook reads when options make no sense.
@Suite struct OptionCheckTests {
    struct Mistake: CustomTestStringConvertible {
        let cell: String
        let line: Int
        let message: String
        let remedy: String

        var testDescription: String { message }
    }

    static let mistakes = [
        Mistake(
            cell: "```train a\nmodel: cnn\ndata: digits\nepochs: 0\n```", line: 4,
            message: "`epochs`: 0 is out of range", remedy: "Write a whole number from 1 to 10000."),
        Mistake(
            cell: "```model a\nblocks: 32\ndropout: 1.5\n```", line: 3, message: "`dropout`: 1.5 is out of range",
            remedy: "Write a share from 0 % to below 100 % (`20%` or `0.2`)."),
        Mistake(
            cell: "```dataset a\nvalidation: 120%\n```", line: 2, message: "`validation`: 120% is out of range",
            remedy: "Write a share from 0 % to below 100 % (`20%` or `0.2`)."),
        Mistake(
            cell: "```model a\ndropout: 0.5\n```", line: 1, message: "the model has neither `blocks` nor `hidden`",
            remedy: "Write `blocks: [32, 64, 128]` for a convolutional network or `hidden: [512, 256]` for a "
                + "multilayer perceptron."),
        Mistake(
            cell: "```model a\nhidden: 8\nkernel: 3\n```", line: 3, message: "`kernel` and `hidden` exclude each other",
            remedy: "Leave `kernel` out for a multilayer perceptron, or `hidden` for a convolutional network."),
        Mistake(
            cell: "```model a\nblocks: [8, 8, 8, 8, 8]\n```", line: 2,
            message: "layer 20 (Max pooling 2×2): pooling 2×2 leaves nothing of its input, 1×1×8",
            remedy: "Use fewer pooling layers, a smaller window, or a larger input."),
        Mistake(
            cell: "```model a\nblocks: 8\nkernel: 4\n```", line: 3,
            message: "layer 1 (Convolution 4×4): a 4×4 kernel has no middle, which “same” padding needs",
            remedy: "Use a kernel of 3 or 5, or “valid” padding."),
        Mistake(
            cell: "```model a\nblocks: 8\ninput: 2000x28x1\n```", line: 3,
            message: "an input of 2000×28×1 is out of range",
            remedy: "Use a height and width of 1 to 1024 and 1 to 64 channels."),
        Mistake(
            cell: "```train a\nmodel: cnn\ndata: digits\nepochs: 1\nmomentum: 0.9\n```", line: 5,
            message: "`momentum` has no use with `optimizer: adam`",
            remedy: "Leave `momentum` out, or write `optimizer: sgd`."),
        Mistake(
            cell: "```dataset a\nsource: synthetic\nfallback: synthetic\n```", line: 3,
            message: "`fallback` has no use with `source: synthetic`",
            remedy: "Leave `fallback` out, or write `source: mnist`."),
        Mistake(
            cell: "```evaluate\nrun: one\nsplit: [test, train, test]\n```", line: 3,
            message: "`split` names test twice", remedy: "Name it once."),
        Mistake(
            cell: "```compare\nruns: one\n```", line: 2, message: "a single run has nothing to be compared with",
            remedy: "Name two runs or more: `runs: [baseline, no-dropout]`."),
        Mistake(
            cell: "```plot-training\nruns: [one, one]\n```", line: 2, message: "`runs` names `one` twice",
            remedy: "Name it once."),
        Mistake(
            cell: "```show-failures\nrun: one\nboth-directions: yes\n```", line: 3,
            message: "`both-directions` has no use without `pair`",
            remedy: "Add `pair: 5-3`, or leave `both-directions` out."),
        Mistake(
            cell: "```show-failures\nrun: one\npair: 5-3\ndigit: 4\n```", line: 4,
            message: "`digit` and `pair` exclude each other",
            remedy: "Leave one of them out; `pair` names the true digit already."),
        Mistake(
            cell: "```show-failures\nrun: one\nnear: 68%\norder: stored\n```", line: 4,
            message: "`order` and `near` exclude each other", remedy: "Leave one of them out."),
        Mistake(
            cell: "```measure-cost\nrepetitions: 9\n```", line: 1,
            message: "the cell names neither a run nor a model",
            remedy: "Write `run: baseline`, or `model:` with the label of a model cell."),
        Mistake(
            cell: "```measure-cost\nrun: one\nmodel: cnn\n```", line: 3,
            message: "`model` and `run` exclude each other",
            remedy: "Leave one of them out."),
        Mistake(
            cell: "```plot-confusion\nrun: cnn\n```", line: 2,
            message: "`cnn` is a model cell, which makes no trained run", remedy: "It could be `one`."),
    ]

    @Test(arguments: mistakes) func saysWhereWhatAndWhatInstead(mistake: Mistake) throws {
        let text =
            mistake.cell
            + "\n\n```model cnn\nblocks: 4\n```\n\n```dataset digits\n```\n\n```train one\nmodel: cnn\ndata: digits\nepochs: 1\n```"
        let reading = NotebookReader(vocabulary: DigitDirectives.vocabulary).read(text, file: "test.md")
        #expect(reading.notebook == nil)
        let diagnostic = try #require(reading.diagnostics.first)
        #expect(reading.diagnostics.count == 1)
        #expect(diagnostic.location?.line == mistake.line)
        #expect(diagnostic.summary == mistake.message)
        #expect(diagnostic.remedy == mistake.remedy)
    }
}
