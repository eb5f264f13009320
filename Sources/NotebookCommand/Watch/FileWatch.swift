import Foundation
package import NotebookEngine
import Synchronization

/// Tells which of some files have changed, soon after they have (inotify(7): the only file for Linux alone).
///
/// What is watched are folders, since editors save by renaming a new file over the old one: each file's folder and all
/// folders above it, because a folder that is renamed tells nothing to those that watch what is in it.
package final class FileWatch: Sendable {
    /// Paths of changed files, as they were given; each element has all that changed within a moment.
    package let changes: AsyncStream<Set<String>>

    private let report: AsyncStream<Set<String>>.Continuation
    private let wakeup: Pipe
    private let inotify: Int32
    private let watched: Mutex<WatchedFiles>
    private let patience: Patience

    /// How long a watch waits before it tells of a change.
    package struct Patience: Sendable {
        /// After the last of several changes: editors save in several steps.
        package var afterChange = Duration.milliseconds(10)
        /// After a file has gone, which may be the first half of saving it.
        package var afterRemoval = Duration.milliseconds(250)
        /// After the first of changes that do not end.
        package var atMost = Duration.milliseconds(500)
        /// Between looks at all files, for folders of which the system tells nothing (network); nil for none.
        package var betweenLooks: Duration? = .seconds(2)

        package init() {}
    }

    package init(patience: Patience = Patience()) throws(SystemError) {
        // The flags of inotify_init1 are those of open.
        inotify = inotify_init1(O_NONBLOCK | O_CLOEXEC)
        guard inotify >= 0 else { throw SystemError(code: errno) }
        self.patience = patience
        wakeup = Pipe()
        watched = Mutex(WatchedFiles(inotify: inotify))
        (changes, report) = AsyncStream.makeStream()
        Thread.detachNewThread { [self] in
            tellOfChanges()
            close(inotify)
            report.finish()
        }
    }

    /// Watches these files from now on, and no others. A file need not be there yet, nor its folder.
    package func watch(_ files: Set<String>) {
        watched.withLock { $0.replace(with: files) }
    }

    /// Ends the watch; `changes` ends with it.
    package func end() { try? wakeup.fileHandleForWriting.close() }

    private func tellOfChanges() {
        var changed: Set<String> = []
        var first = ContinuousClock.now
        var due = first
        while true {
            let pause = changed.isEmpty ? patience.betweenLooks : max(due - .now, .zero)
            let (isReady, isEnded) = wait(pause)
            if isEnded { return }
            let now = ContinuousClock.now
            let (new, isMissing) = watched.withLock { isReady ? $0.changesByEvents() : $0.changesByLooking() }
            if !new.isEmpty {
                if changed.isEmpty { first = now }
                changed.formUnion(new)
                due = min(now + (isMissing ? patience.afterRemoval : patience.afterChange), first + patience.atMost)
            } else if !changed.isEmpty, now >= due {
                report.yield(changed)
                changed = []
            }
        }
    }

    /// Waits for events, for the end of the watch, or until `pause` is over.
    private func wait(_ pause: Duration?) -> (isReady: Bool, isEnded: Bool) {
        var descriptors = [
            pollfd(fd: inotify, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeup.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        // Rounded up: a wait that ends too early would only be followed by another.
        let milliseconds = pause.map { Int32(min($0 / .milliseconds(1), 1e6).rounded(.up)) } ?? -1
        let count = poll(&descriptors, 2, milliseconds)
        return (count > 0 && descriptors[0].revents != 0, count > 0 && descriptors[1].revents != 0)
    }
}

/// The files of a watch with what is known of them, and the folders whose events tell of them.
private struct WatchedFiles {
    let inotify: Int32
    private var states: [String: FileState?] = [:]
    /// Paths of a folder by the descriptor of its watch: two paths may lead to one folder.
    private var folders: [Int32: Set<String>] = [:]
    /// Names of interest in each folder: a file's, or that of a folder on the way to it.
    private var names: [String: Set<String>] = [:]
    /// Files by all paths that lead to them.
    private var files: [String: Set<String>] = [:]

    init(inotify: Int32) {
        self.inotify = inotify
    }

    mutating func replace(with files: Set<String>) {
        let known = states
        states = Dictionary(uniqueKeysWithValues: files.map { ($0, known[$0] ?? nil) })
        placeWatches()
        for file in files where known[file] == nil { states[file] = .some(FileState(ofFile: file)) }
    }

    /// Files that have changed according to the events that wait to be read, and whether one of them is missing.
    mutating func changesByEvents() -> (Set<String>, isMissing: Bool) {
        var written: Set<String> = []
        var isConcerned = false
        for event in readEvents() {
            let folders = folders[event.watch] ?? []
            guard !event.name.isEmpty else {
                // The folder itself has gone, or events have been lost.
                isConcerned = true
                continue
            }
            for folder in folders where names[folder]?.contains(event.name) == true {
                isConcerned = true
                // Two changes within one tick of the clock leave the same time.
                if event.mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0 {
                    written.formUnion(files[folder.appendingPath(event.name)] ?? [])
                }
            }
        }
        guard isConcerned else { return ([], false) }
        let (changed, isMissing) = changesByLooking()
        return (changed.union(written), isMissing)
    }

    /// Files that are not what they were when they were last looked at, and whether one of them is missing.
    mutating func changesByLooking() -> (Set<String>, isMissing: Bool) {
        // Before the look: what happens after it is told by events.
        placeWatches()
        var changed: Set<String> = []
        var isMissing = false
        for (file, known) in states {
            let state = FileState(ofFile: file)
            guard state != known else { continue }
            states[file] = .some(state)
            changed.insert(file)
            if state == nil { isMissing = true }
        }
        return (changed, isMissing)
    }

    /// Watches all folders that are there on the ways to the files, from the root on, and no others.
    private mutating func placeWatches() {
        names = [:]
        files = [:]
        for file in states.keys {
            // A link and what it leads to may lie in different folders.
            let target = realpath(file, nil).map { path in
                defer { free(path) }
                return String(cString: path)
            }
            for path in Set([file, target ?? file]) {
                files[path, default: []].insert(file)
                var folder = "/"
                for name in path.split(separator: "/").map(String.init) {
                    names[folder, default: []].insert(name)
                    folder = folder.appendingPath(name)
                }
            }
        }
        let mask =
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
            | IN_MOVE_SELF | IN_ONLYDIR
        var placed: [Int32: Set<String>] = [:]
        for folder in names.keys.sorted() {
            // A folder that is not there, or may not be read, has nothing to tell.
            let watch = inotify_add_watch(inotify, folder, UInt32(mask))
            if watch >= 0 { placed[watch, default: []].insert(folder) }
        }
        for watch in folders.keys where placed[watch] == nil { inotify_rm_watch(inotify, watch) }
        folders = placed
    }

    private struct Event {
        var watch: Int32
        var mask: UInt32
        /// Empty where the event is about the folder itself.
        var name: String
    }

    private func readEvents() -> [Event] {
        var events: [Event] = []
        let headerSize = MemoryLayout<inotify_event>.size
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        buffer.withUnsafeMutableBytes { bytes in
            while true {
                let count = read(inotify, bytes.baseAddress, bytes.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                var offset = 0
                while offset + headerSize <= count {
                    let header = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                    let name = bytes[(offset + headerSize)..<(offset + headerSize + Int(header.len))].prefix { $0 != 0 }
                    // A removed watch has nothing to tell any more.
                    if header.mask & UInt32(IN_IGNORED) == 0 {
                        events.append(
                            Event(watch: header.wd, mask: header.mask, name: String(decoding: name, as: UTF8.self)))
                    }
                    offset += headerSize + Int(header.len)
                }
            }
        }
        return events
    }
}

extension String {
    /// The path of `name` in the folder of this path.
    fileprivate func appendingPath(_ name: String) -> String { hasSuffix("/") ? self + name : self + "/" + name }
}
