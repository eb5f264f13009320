import Foundation

/// The commit that is checked out where a file lies, read from Git's own files: starting `git` would take longer than a rerun.
///
/// HEAD names the commit or a reference, which is a file of its own or a line of `packed-refs` (gitrepository-layout(5)).
enum GitCheckout {
    /// The commit's name in hexadecimal; nil outside of a repository, or before its first commit.
    static func commit(around folder: URL) -> String? {
        var folder = folder.standardizedFileURL
        while true {
            let place = folder.appending(path: ".git")
            if FileManager.default.fileExists(atPath: place.path) { return commit(inRepository: place) }
            let parent = folder.deletingLastPathComponent()
            guard parent.path != folder.path else { return nil }
            folder = parent
        }
    }

    private static func commit(inRepository place: URL) -> String? {
        var folder = place
        // Worktrees and submodules have a file that names the folder.
        if let text = text(at: place), text.hasPrefix("gitdir: ") {
            folder = Self.url(String(text.dropFirst(8)), from: place.deletingLastPathComponent())
        }
        guard let head = text(at: folder.appending(path: "HEAD")) else { return nil }
        guard head.hasPrefix("ref: ") else { return name(head) }
        let reference = String(head.dropFirst(5))
        let common =
            text(at: folder.appending(path: "commondir")).map { Self.url($0, from: folder) } ?? folder
        for place in [folder, common] {
            if let text = text(at: place.appending(path: reference)) { return name(text) }
        }
        let packed = text(at: common.appending(path: "packed-refs")) ?? ""
        return packed.split(separator: "\n").first { $0.hasSuffix(" " + reference) }.flatMap {
            name(String($0.prefix { $0 != " " }))
        }
    }

    private static func url(_ path: String, from folder: URL) -> URL {
        (path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)).standardizedFileURL
    }

    private static func name(_ text: String) -> String? {
        [40, 64].contains(text.count) && text.allSatisfy(\.isHexDigit) ? text : nil
    }

    private static func text(at url: URL) -> String? {
        guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { return nil }
        return (try? String(contentsOf: url, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
