import NeuralNetwork
import Testing

struct ProcessorsTests {
    @Test func runsOnOneProcessorAndLeavesTheChoiceAsItWas() {
        let before = Processors.permitted
        for processor in before {
            #expect(Processors.run(on: processor) { Processors.permitted } == [processor])
            #expect(Processors.permitted == before)
        }
        #if os(Linux)
            #expect(!before.isEmpty)
        #endif
    }

    @Test func leavesTheChoiceAsItWasAfterAnError() {
        struct Failure: Error {}
        let before = Processors.permitted
        for processor in before {
            #expect(throws: Failure.self) { try Processors.run(on: processor) { throw Failure() } }
            #expect(Processors.permitted == before)
        }
    }
}
