import Testing

@testable import TensorKernelsInterface

@Suite struct TaskSharesTests {
    @Test(arguments: [1, 2, 3, 8], [1, 2, 7, 100])
    func sharesOutEveryTaskInOrder(shareCount: Int, tasks: Int) {
        let shares = TaskShares(count: shareCount)
        for job in UInt64(1)...3 {
            shares.distribute(tasks, ofJob: job)
            var claimed: [Int] = []
            for share in 0..<shareCount {
                var ticket = shares.ticket(ofShare: share)
                while ticket.isOpen {
                    if shares.claim(ticket, ofShare: share) {
                        claimed.append(shares.index(of: ticket, ofShare: share, tasks: tasks))
                    }
                    ticket = shares.ticket(ofShare: share)
                }
            }
            #expect(claimed == Array(0..<tasks))
        }
    }

    @Test func refusesTicketsOfEarlierMoments() {
        let shares = TaskShares(count: 1)
        shares.distribute(2, ofJob: 1)
        let old = shares.ticket(ofShare: 0)
        while !shares.claim(old, ofShare: 0) {}
        let isClaimedTwice = shares.claim(old, ofShare: 0)
        #expect(!isClaimedTwice)
        let last = shares.ticket(ofShare: 0)
        while !shares.claim(last, ofShare: 0) {}
        // As many tasks as before, but of another job.
        shares.distribute(2, ofJob: 2)
        let isClaimedLater = shares.claim(old, ofShare: 0)
        #expect(!isClaimedLater)
        let ticket = shares.ticket(ofShare: 0)
        #expect(ticket.isOpen)
    }
}
