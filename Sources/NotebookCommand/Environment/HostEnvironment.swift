import Foundation

/// The machine and the program, as a run's record names them.
package struct HostEnvironment: Hashable, Sendable {
    package var operatingSystem: String
    package var processor: String
    package var cores: Int

    package init(operatingSystem: String, processor: String, cores: Int) {
        self.operatingSystem = operatingSystem
        self.processor = processor
        self.cores = cores
    }

    /// What this machine says of itself.
    package static func current() -> HostEnvironment {
        let release = try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)
        let processors = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        return HostEnvironment(
            operatingSystem: release.flatMap(systemName) ?? ProcessInfo.processInfo.operatingSystemVersionString,
            processor: processors.flatMap(processorName) ?? machineName,
            cores: ProcessInfo.processInfo.activeProcessorCount)
    }

    /// The `PRETTY_NAME` of an `os-release(5)` file.
    static func systemName(in release: String) -> String? {
        let key = "PRETTY_NAME="
        guard let line = release.split(separator: "\n").first(where: { $0.hasPrefix(key) }) else { return nil }
        let name = line.dropFirst(key.count).trimmingCharacters(in: CharacterSet(charactersIn: "\"' "))
        return name.isEmpty ? nil : name
    }

    /// The first `model name` of `/proc/cpuinfo`, which processors other than x86 do not have.
    static func processorName(in processors: String) -> String? {
        for line in processors.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == "model name" else { continue }
            let name = parts[1].trimmingCharacters(in: .whitespaces)
            return name.isEmpty ? nil : name
        }
        return nil
    }

    /// The instruction set: "aarch64".
    private static var machineName: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "unknown" }
        return withUnsafeBytes(of: &name.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
