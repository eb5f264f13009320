package import Foundation
import Synchronization

/// The page as browsers are to show it at this moment, and what they have to be told of it.
///
/// Whoever follows is told of the newest state, not of every state before it, so that a slow browser falls behind no
/// further than one look.
package final class LivePage: Sendable {
    /// A page as it is served.
    package struct Page: Sendable {
        package var version: String
        package var html: Data

        package init(version: String, html: Data) {
            self.version = version
            self.html = html
        }
    }

    private struct State {
        /// Counts the changes.
        var revision = 0
        var page: (value: Page, revision: Int)?
        var notice: (html: String?, revision: Int) = (nil, 0)
        /// Cells that run, and without an update those that no longer do.
        var cells: [String: (update: CellUpdate?, revision: Int)] = [:]
        var followers: [Int: AsyncStream<Void>.Continuation] = [:]
        var pageCount = 0
        var followerCount = 0
    }

    private let state = Mutex(State())
    /// Tells versions of one call of the program from those of another at the same address.
    private let era = String(UInt64.random(in: .min ... .max), radix: 36)

    package init() {}

    package var page: Page? { state.withLock { $0.page?.value } }

    /// A name for a page that is still to be made.
    package func nextVersion() -> String {
        state.withLock { state in
            state.pageCount += 1
            return "\(era)-\(state.pageCount)"
        }
    }

    package func show(_ page: Page) {
        change { $0.page = (page, $0.revision) }
    }

    /// Lays markup over the page; nil takes it away.
    package func show(notice html: String?) {
        change { state in
            guard state.notice.html != html else { return }
            state.notice = (html, state.revision)
        }
    }

    /// Shows a cell as running.
    package func show(_ update: CellUpdate) {
        change { state in
            var update = update
            // Curves stay until there are others.
            update.html = update.html ?? state.cells[update.cell]?.update?.html
            state.cells[update.cell] = (update, state.revision)
        }
    }

    /// Shows that a cell runs no more.
    package func end(cell: String) {
        change { state in
            guard state.cells[cell]?.update != nil else { return }
            state.cells[cell] = (nil, state.revision)
        }
    }

    /// Shows that no cell runs any more.
    package func endCells() {
        change { state in
            for (cell, shown) in state.cells where shown.update != nil { state.cells[cell] = (nil, state.revision) }
        }
    }

    /// Lets followers speak, so that connections which nobody reads any more are found and closed.
    package func touch() { change { _ in } }

    private func change(_ body: (inout State) -> Void) {
        state.withLock { state in
            state.revision += 1
            body(&state)
            for follower in state.followers.values { follower.yield() }
        }
    }

    /// One element each time something may have changed, the first at once.
    package func follow() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        state.withLock { state in
            state.followerCount += 1
            let number = state.followerCount
            state.followers[number] = continuation
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.followers.removeValue(forKey: number) }
            }
        }
        continuation.yield()
        return stream
    }

    /// What has changed since `revision`, which becomes that of now; with 0 everything there is to tell.
    package func events(since revision: inout Int) -> [ServerSentEvent] {
        let since = revision
        return state.withLock { state in
            var events: [ServerSentEvent] = []
            if let page = state.page, page.revision > since {
                events.append(ServerSentEvent("page", PageUpdate(version: page.value.version)))
            }
            if state.notice.revision > since {
                events.append(ServerSentEvent("notice", NoticeUpdate(html: state.notice.html)))
            }
            for (id, cell) in state.cells.sorted(by: { $0.value.revision < $1.value.revision })
            where cell.revision > since {
                if let update = cell.update {
                    events.append(ServerSentEvent("cell", update))
                } else if since > 0 {
                    events.append(ServerSentEvent("ended", EndUpdate(cell: id)))
                }
            }
            revision = state.revision
            return events
        }
    }

    private struct PageUpdate: Encodable { var version: String }
    private struct NoticeUpdate: Encodable { var html: String? }
    private struct EndUpdate: Encodable { var cell: String }
}
