import Testing

@testable import NotebookCommand

struct HostEnvironmentTests {
    @Test func systemNameIsThePrettyOne() {
        let release = "NAME=\"Debian GNU/Linux\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n"
        #expect(HostEnvironment.systemName(in: release) == "Debian GNU/Linux 12 (bookworm)")
        #expect(HostEnvironment.systemName(in: "PRETTY_NAME=Void\n") == "Void")
        #expect(HostEnvironment.systemName(in: "ID=debian\n") == nil)
    }

    @Test func processorNameIsThatOfTheFirstCore() {
        let processors = "processor\t: 0\nmodel\t\t: 17\nmodel name\t: AMD EPYC 9B14\nflags\t: fpu\n\nprocessor\t: 1\n"
        #expect(HostEnvironment.processorName(in: processors) == "AMD EPYC 9B14")
        #expect(HostEnvironment.processorName(in: "processor : 0\nBogoMIPS : 50\n") == nil)
    }

    @Test func thisMachineHasNamesForItself() {
        let host = HostEnvironment.current()
        #expect(!host.operatingSystem.isEmpty)
        #expect(!host.processor.isEmpty)
        #expect(host.cores >= 1)
    }
}
