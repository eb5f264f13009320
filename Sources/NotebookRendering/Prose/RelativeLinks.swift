package import Foundation

/// Links to files beside the notebook, as they lead there from the folder in which a page or an export lies.
package struct RelativeLinks: Sendable {
    /// The notebook's folder; nil where there is none, so that nothing is known of files.
    private let folder: URL?
    /// From the output's folder to the notebook's: `../`, or nothing where they are the same.
    private let prefix: String

    package init(from output: URL? = nil, to folder: URL?) {
        self.folder = folder
        guard let folder, let output else {
            prefix = ""
            return
        }
        let target = folder.resolvingSymlinksInPath().standardizedFileURL.pathComponents
        let start = output.resolvingSymlinksInPath().standardizedFileURL.pathComponents
        let common = zip(target, start).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: start.count - common) + target.dropFirst(common).map(Self.encoded)
        prefix = steps.map { $0 + "/" }.joined()
    }

    /// The address to write: other places of the web, of this page and of the file system stay as they are.
    package func address(_ destination: String) -> String {
        isRelative(destination) ? prefix + destination : destination
    }

    /// The file that a link names and that is not there, as the author wrote it; nil for anything else.
    func missingFile(_ destination: String) -> String? {
        guard let folder, isRelative(destination) else { return nil }
        let plain = destination.prefix { $0 != "?" && $0 != "#" }
        let path = plain.removingPercentEncoding ?? String(plain)
        return FileManager.default.fileExists(atPath: folder.appending(path: path).path) ? nil : path
    }

    private func isRelative(_ destination: String) -> Bool {
        guard case .address(let address) = LinkTarget(destination), let first = address.first else { return false }
        let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
        let hasScheme = scheme.endIndex < address.endIndex && address[scheme.endIndex] == ":"
        return !hasScheme && !"/?#".contains(first)
    }

    private static func encoded(_ component: String) -> String {
        component.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting([":", "/"])) ?? component
    }
}

extension CharacterSet {
    fileprivate func subtracting(_ characters: [Unicode.Scalar]) -> CharacterSet {
        var set = self
        for character in characters { set.remove(character) }
        return set
    }
}
