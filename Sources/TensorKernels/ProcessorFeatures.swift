internal import Foundation

/// What the processor and the operating system together can do, as Linux reports it in `/proc/cpuinfo`.
///
/// The kernel removes a feature from that list where it does not save the registers that the feature needs, which
/// the processor itself would not tell.
struct ProcessorFeatures {
    private let names: Set<Substring>

    /// Reads the features of this machine; none, where there is no such file.
    static func ofThisMachine() -> ProcessorFeatures {
        guard let file = FileHandle(forReadingAtPath: "/proc/cpuinfo") else { return ProcessorFeatures(cpuInfo: "") }
        defer { try? file.close() }
        // The first processor's entry is enough, and is far shorter than this.
        let data = (try? file.read(upToCount: 16_384)) ?? Data()
        return ProcessorFeatures(cpuInfo: String(decoding: data, as: UTF8.self))
    }

    /// Takes the features from the first `flags` line of `cpuInfo`.
    init(cpuInfo: String) {
        let flags = cpuInfo.split(separator: "\n").first { $0.hasPrefix("flags") }
        names = Set(flags?.drop { $0 != ":" }.dropFirst().split(separator: " ") ?? [])
    }

    /// Whether code compiled for `variant` runs, by the levels of the x86-64 psABI.
    func supports(_ variant: KernelVariant) -> Bool {
        switch variant {
        case .plain, .baseline: true
        case .v3: names.isSuperset(of: ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"])
        case .v4:
            supports(.v3) && names.isSuperset(of: ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"])
        }
    }
}
