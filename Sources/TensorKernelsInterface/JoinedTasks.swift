/// Two kinds of tasks numbered as one job, so that each share begins with tasks of the first kind and ends with some of
/// the second.
struct JoinedTasks {
    /// Tasks of the first kind.
    let firstCount: Int
    /// Tasks of the second kind.
    let secondCount: Int
    /// Shares of the job: the `i`th of `n` holds tasks ⌊i · count / n⌋ to ⌊(i + 1) · count / n⌋.
    let shareCount: Int

    /// A task by its kind and by its number among those of its kind.
    enum Task: Hashable {
        case first(Int)
        case second(Int)
    }

    /// Tasks of both kinds.
    var count: Int { firstCount + secondCount }

    /// The task that number `index` of the job stands for.
    subscript(index: Int) -> Task {
        var start = 0
        // Tasks of the first kind in the shares before.
        var firstStart = 0
        var share = 1
        while true {
            let end = bound(share, of: count)
            // Rounding may leave a share too short for its part of the first kind; the next one makes up for it.
            let firsts = min(end - start, bound(share, of: firstCount) - firstStart)
            if index < end {
                let place = index - start
                return place < firsts ? .first(firstStart + place) : .second(start - firstStart + place - firsts)
            }
            start = end
            firstStart += firsts
            share += 1
        }
    }

    private func bound(_ share: Int, of count: Int) -> Int { count * share / shareCount }
}
