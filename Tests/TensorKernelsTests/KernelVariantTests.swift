import Testing

@testable import TensorKernels

@Suite struct KernelVariantTests {
    @Test(arguments: KernelVariant.available)
    func theEnvironmentForcesAVariant(variant: KernelVariant) throws {
        let preferred = try KernelVariant.preferred(environment: ["NOTEBOOK_KERNELS": variant.rawValue])
        #expect(preferred == variant)
        #expect(try variant.kernels().variant == variant)
    }

    @Test(arguments: [[:], ["NOTEBOOK_KERNELS": ""]])
    func theFastestVariantIsPreferred(environment: [String: String]) throws {
        let preferred = try KernelVariant.preferred(environment: environment)
        #expect(preferred == KernelVariant.available.last)
        #expect(preferred != .plain)
    }

    @Test func anUnknownNameIsAnErrorThatListsTheNames() throws {
        let error = #expect(throws: KernelVariantError.unknown("avx3")) {
            try KernelVariant.preferred(environment: ["NOTEBOOK_KERNELS": "avx3"])
        }
        let message = try #require(error).description
        #expect(
            message.hasPrefix("NOTEBOOK_KERNELS is “avx3”, which names no kernels; this machine has plain, baseline"))
    }

    @Test func anotherMachinesVariantIsAnError() {
        let missing = KernelVariant.allCases.filter { !KernelVariant.available.contains($0) }
        for variant in missing {
            #expect(throws: KernelVariantError.unavailable(variant)) { try variant.kernels() }
        }
        #expect(
            KernelVariantError.unavailable(.v4).description
                .hasPrefix("this machine cannot run the kernels “v4”; it has plain, baseline"))
    }

    @Test func featuresDecideTheLevel() {
        let level3 = "avx avx2 bmi1 bmi2 f16c fma abm movbe xsave"
        let level4 = level3 + " avx512f avx512bw avx512cd avx512dq avx512vl"
        let none = ProcessorFeatures(cpuInfo: "processor\t: 0\nmodel name\t: avx2\n")
        #expect(none.supports(.baseline) && !none.supports(.v3))
        let third = ProcessorFeatures(cpuInfo: "flags\t\t: fpu sse2 \(level3)\nbugs\t: avx512f\n")
        #expect(third.supports(.v3) && !third.supports(.v4))
        // Without fma there is no v3, whatever else there is.
        let odd = ProcessorFeatures(cpuInfo: "flags\t\t: " + level4.replacing(" fma", with: ""))
        #expect(odd.supports(.baseline) && !odd.supports(.v3) && !odd.supports(.v4))
        let fourth = ProcessorFeatures(cpuInfo: "flags\t\t: \(level4)\n")
        #expect(fourth.supports(.v4))
    }
}
