import Foundation
import Testing

@testable import NotebookCommand

struct LivePageTests {
    private let page = LivePage()

    private func names(since revision: inout Int) -> [String] { page.events(since: &revision).map(\.name) }

    @Test func tellsANewFollowerOfEverythingThatIsSo() {
        page.show(LivePage.Page(version: "v1", html: Data()))
        page.show(CellUpdate(cell: "a", stage: "epoch 1", html: "<svg/>"))
        page.show(CellUpdate(cell: "b", stage: "epoch 1"))
        page.end(cell: "b")
        page.show(CellUpdate(cell: "a", stage: "epoch 2"))
        var revision = 0
        let events = page.events(since: &revision)
        #expect(events.map(\.name) == ["page", "cell"])
        // The newest, with the curves that were there before.
        #expect(events[1].data == #"{"cell":"a","figures":[],"html":"<svg/>","stage":"epoch 2"}"#)
        #expect(names(since: &revision).isEmpty)
    }

    @Test func tellsOfWhatHasChangedSince() {
        page.show(CellUpdate(cell: "a", stage: "epoch 1"))
        page.show(notice: "wrong")
        var revision = 0
        #expect(names(since: &revision) == ["notice", "cell"])
        page.show(notice: "wrong")
        #expect(names(since: &revision).isEmpty)
        page.show(notice: nil)
        page.endCells()
        #expect(
            page.events(since: &revision) == [
                ServerSentEvent("notice", [String: String]()), ServerSentEvent("ended", ["cell": "a"]),
            ])
        page.endCells()
        #expect(names(since: &revision).isEmpty)
    }

    @Test func wakesFollowersOnceForManyChanges() async {
        var changes = page.follow().makeAsyncIterator()
        page.touch()
        page.touch()
        #expect(await changes.next() != nil)
        page.touch()
        #expect(await changes.next() != nil)
    }

    @Test func versionsOfTwoProgramsDiffer() {
        #expect(page.nextVersion() != page.nextVersion())
        #expect(page.nextVersion() != LivePage().nextVersion())
    }
}
