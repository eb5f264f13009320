/// Whether two models err equally often on the same images (McNemar 1947), by the exact binomial test.
package struct McNemarTest: Hashable, Sendable {
    package let bothRight: Int
    package let onlyFirstRight: Int
    package let onlySecondRight: Int
    package let bothWrong: Int

    package init(bothRight: Int, onlyFirstRight: Int, onlySecondRight: Int, bothWrong: Int) {
        self.bothRight = bothRight
        self.onlyFirstRight = onlyFirstRight
        self.onlySecondRight = onlySecondRight
        self.bothWrong = bothWrong
    }

    /// Counts the answers of two models to the same questions.
    package init(labels: [UInt8], first: [UInt8], second: [UInt8]) {
        precondition(labels.count == first.count && labels.count == second.count, "an answer for each label")
        var counts = [0, 0, 0, 0]
        for (label, answers) in zip(labels, zip(first, second)) {
            counts[(answers.0 == label ? 0 : 2) + (answers.1 == label ? 0 : 1)] += 1
        }
        self.init(bothRight: counts[0], onlyFirstRight: counts[1], onlySecondRight: counts[2], bothWrong: counts[3])
    }

    /// Images that exactly one of the two read rightly.
    package var discordant: Int { onlyFirstRight + onlySecondRight }

    /// Two-sided probability of so uneven a division of the discordant images if both models erred equally often.
    ///
    /// Twice the tail of the binomial distribution with share ½, at most 1; 1 without discordant images.
    package var pValue: Double {
        let lesser = min(onlyFirstRight, onlySecondRight)
        return min(1, 2 * Self.binomialTail(upTo: lesser, of: discordant))
    }

    /// The two-sided p value that counts the observed division by half (mid-p; Fagerland, Lydersen & Laake 2013, *BMC Medical
    /// Research Methodology* 13: 91); 1 without discordant images.
    package var midPValue: Double {
        guard discordant > 0 else { return 1 }
        let lesser = min(onlyFirstRight, onlySecondRight)
        let tail = Self.binomialTail(upTo: lesser, of: discordant)
        let before = lesser > 0 ? Self.binomialTail(upTo: lesser - 1, of: discordant) : 0
        return min(1, tail + before)
    }

    /// Probability of at most `count` heads in `tosses` of a fair coin.
    ///
    /// The last term is a product in which halvings are taken as soon as it exceeds 1, so that it neither overflows nor vanishes
    /// early; the others follow from it by ratios.
    static func binomialTail(upTo count: Int, of tosses: Int) -> Double {
        var term = 1.0
        var halvings = tosses
        for index in 0..<count {
            term *= Double(tosses - index) / Double(index + 1)
            while term > 1, halvings > 0 {
                term /= 2
                halvings -= 1
            }
        }
        while halvings > 0, term > 0 {
            term /= 2
            halvings -= 1
        }
        var sum = 0.0
        for index in stride(from: count, through: 0, by: -1) {
            sum += term
            term *= Double(index) / Double(tosses - index + 1)
        }
        return sum
    }
}

extension McNemarTest {
    /// The test in a sentence without its capital: p values to three decimals, and whether the two can be told apart. That
    /// they cannot is no proof that they are equal.
    package var summary: String {
        func p(_ value: Double) -> String {
            value < 0.0005 ? "<\u{00A0}0.001" : "=\u{00A0}" + NumberFormat.fixed(3).text(for: value)
        }
        let reading = midPValue < 0.05 ? "distinguishable" : "not distinguishable"
        return
            "McNemar’s exact test gives p\u{00A0}\(p(pValue)), mid-p\u{00A0}\(p(midPValue)): by the latter the two are "
            + "\(reading) at 5\u{202F}%"
    }
}
