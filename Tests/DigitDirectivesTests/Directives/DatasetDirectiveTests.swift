import DigitData
import NotebookCore
import Testing

@testable import DigitDirectives

@Suite struct DatasetDirectiveTests {
    private func data(_ body: String) async throws -> (outcome: Bench.Outcome, set: DataSet) {
        let outcome = try #require(try await Bench().run("```dataset digits\n\(body)\n```")["digits"])
        return (outcome, try #require(outcome.result.product as? DataSet))
    }

    @Test func holdsOutEachDigitInProportion() async throws {
        let (outcome, set) = try await data("validation: 20%")
        #expect(set.training.countsByDigit == Array(repeating: 32, count: 10))
        #expect(set.validation.countsByDigit == Array(repeating: 8, count: 10))
        #expect(set.test.count == 100)
        #expect(outcome.result.values["digits.training.images"] == .integer(320))
        #expect(outcome.result.values["digits.classes"] == .integer(10))
    }

    @Test func limitsKeepTheValidationImages() async throws {
        let whole = try await data("validation: 20%").set
        let limited = try await data("validation: 20%\ntraining-limit: 50\ntest-limit: 20").set
        #expect(limited.training.countsByDigit == Array(repeating: 5, count: 10))
        #expect(limited.test.countsByDigit == Array(repeating: 2, count: 10))
        #expect(limited.validation.hasSameContent(as: whole.validation))
    }

    @Test func noValidationImagesArePossible() async throws {
        let set = try await data("validation: 0").set
        #expect(set.validation.count == 0)
        #expect(set.training.count == 400)
        #expect { try set.images(of: .validation) } throws: {
            ($0 as? CellFailure)?.summary == "the data set `digits` has no validation images"
        }
    }

    @Test func filesOfOtherContentStandInForMNIST() async throws {
        let provenance = try #require(try await data("").outcome.result.provenance)
        #expect(provenance.summary == "MNIST-format data from a folder")
        #expect(provenance.substituteFor == "MNIST")
        #expect(provenance.digests.count == 4)
    }

    @Test func aPersonCanVouchForFilesOfOtherContent() async throws {
        let settings = RunSettings(dataDirectory: TinyDigits.folder, dataIdentity: "mnist")
        let outcome = try #require(try await Bench(settings: settings).run("```dataset digits\n```")["digits"])
        let provenance = try #require(outcome.result.provenance)
        #expect(provenance.summary == "MNIST-format data from a folder, taken for MNIST (--data-is mnist)")
        #expect(provenance.substituteFor == nil)
    }

    @Test func namedFolderThatIsMissingFailsWithARemedy() async throws {
        let bench = Bench(settings: RunSettings(dataDirectory: "/nowhere/digits"))
        await #expect {
            _ = try await bench.run("```dataset digits\nfallback: synthetic\n```")
        } throws: { error in
            guard let failure = error as? CellFailure else { return false }
            return failure.summary == "--data /nowhere/digits: no such folder" && failure.remedy?.hasSuffix(".") == true
        }
    }

    @Test func drawsOnlyTheSyntheticDigitsThatItKeeps() async throws {
        let body = "source: synthetic\nvalidation: 10%\nvalidation-limit: 10\ntest-limit: 10\ntraining-limit: "
        let (outcome, few) = try await data(body + "20")
        let more = try await data(body + "40").set
        #expect(few.training.countsByDigit == Array(repeating: 2, count: 10))
        #expect(more.training.countsByDigit == Array(repeating: 4, count: 10))
        #expect(few.validation.hasSameContent(as: more.validation))
        #expect(few.test.hasSameContent(as: more.test))
        let provenance = try #require(outcome.result.provenance)
        #expect(provenance.summary == "synthetic digits, drawn by the program")
        #expect(provenance.substituteFor == nil)
    }

    @Test func syntheticDigitsThatStandInAreASubstitute() {
        let origin = DataOrigin.synthetic(seed: 1, version: 1)
        #expect(DatasetDirective.provenance(of: origin, askedFor: .mnist, vouchedFor: nil).substituteFor == "MNIST")
        #expect(DatasetDirective.provenance(of: origin, askedFor: .synthetic, vouchedFor: nil).substituteFor == nil)
    }
}
