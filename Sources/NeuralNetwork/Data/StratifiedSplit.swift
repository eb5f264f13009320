/// Divides examples at random in two, each class in proportion; the result depends on the labels and the key alone.
///
/// `fraction`, from 0 to 1, is the held part. Its size is the rounded fraction of all examples; the classes share it
/// by largest remainder, ties going to the smaller class number. Both lists of indices ascend.
package func stratifiedSplit(
    labels: [UInt8], fraction: Double, key: UInt64
) -> (training: [Int], held: [Int]) {
    precondition((0...1).contains(fraction), "\(fraction) is no fraction")
    let members = Dictionary(grouping: labels.indices) { labels[$0] }.sorted { $0.key < $1.key }
    let exact = members.map { Double($0.value.count) * fraction }
    var quotas = exact.map { Int($0) }
    let missing = Int((Double(labels.count) * fraction).rounded()) - quotas.reduce(0, +)
    let byRemainder = exact.indices.sorted { first, second in
        let remainders = (exact[first] - Double(quotas[first]), exact[second] - Double(quotas[second]))
        return remainders.0 != remainders.1 ? remainders.0 > remainders.1 : first < second
    }
    for index in byRemainder.prefix(max(0, missing)) { quotas[index] += 1 }

    var isHeld = [Bool](repeating: false, count: labels.count)
    for ((label, indices), quota) in zip(members, quotas) {
        var stream = RandomStream(key: RandomStream.key(key, Int(label)))
        for index in stream.shuffled(indices).prefix(quota) { isHeld[index] = true }
    }
    return (labels.indices.filter { !isHeld[$0] }, labels.indices.filter { isHeld[$0] })
}
