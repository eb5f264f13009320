#!/usr/bin/env python3
"""Records intervals and p values from statsmodels and SciPy, for the tests of the same name.

    python3 -m venv .build/statistics && .build/statistics/bin/pip install statsmodels scipy
    .build/statistics/bin/python Tests/NotebookCoreTests/Statistics/record.py
"""
import json
import math
from pathlib import Path

import numpy
import scipy
import statsmodels
from scipy.stats import binom, binomtest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint


def wilson(successes, trials):
    return list(map(float, proportion_confint(successes, trials, alpha=0.05, method="wilson")))


def independent(first, second):
    return list(map(float, confint_proportions_2indep(*first, *second, method="newcomb", compare="diff")))


def paired(both, first, second, neither):
    """Newcombe 1998 (paired), method 10: Wilson limits by statsmodels, phi from the indicator vectors by NumPy."""
    x = numpy.array([1] * (both + first) + [0] * (second + neither))
    y = numpy.array([1] * both + [0] * first + [1] * second + [0] * neither)
    n = len(x)
    numerator = n * int((x * y).sum()) - int(x.sum()) * int(y.sum())
    if numerator > 0:
        numerator = max(numerator - n / 2, 0)
    spread = math.sqrt(x.sum() * (n - x.sum()) * y.sum() * (n - y.sum()))
    phi = numerator / spread if spread else 0
    (l1, u1), (l2, u2) = wilson(int(x.sum()), n), wilson(int(y.sum()), n)
    p1, p2 = x.mean(), y.mean()
    below = (p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2
    above = (u1 - p1) ** 2 - 2 * phi * (u1 - p1) * (p2 - l2) + (p2 - l2) ** 2
    return [float(p1 - p2 - math.sqrt(below)), float(p1 - p2 + math.sqrt(above))]


def mcnemar(first, second):
    """The exact conditional p value and the mid-p value (Fagerland, Lydersen & Laake 2013)."""
    exact = binomtest(min(first, second), first + second, 0.5).pvalue if first + second else 1.0
    lesser = min(first, second)
    mid = 2 * binom.cdf(lesser, first + second, 0.5) - binom.pmf(lesser, first + second, 0.5)
    return [float(exact), float(min(1, mid))]


def ranks(items, place, is_certainly_ahead):
    """Place, best and worst place of each item."""
    return [
        int(value)
        for item in items
        for value in (
            1 + sum(place(other) > place(item) for other in items),
            1 + sum(bool(is_certainly_ahead(other, item)) for other in items),
            len(items) - sum(bool(is_certainly_ahead(item, other)) for other in items),
        )
    ]


def ranks_of_counts(counts):
    level = 0.05 / (len(counts) - 1)
    return ranks(counts, lambda count: count, lambda a, b: a > b and binomtest(a, a + b, 0.5).pvalue < level)


def ranks_of_shares(shares):
    level = 0.05 / (len(shares) - 1)

    def is_certainly_ahead(a, b):
        lower, _ = proportion_confint(*a, alpha=level, method="wilson")
        _, upper = proportion_confint(*b, alpha=level, method="wilson")
        difference = a[0] / a[1] - b[0] / b[1]
        return difference > math.sqrt((a[0] / a[1] - lower) ** 2 + (upper - b[0] / b[1]) ** 2)

    return ranks(shares, lambda share: share[0] / share[1], is_certainly_ahead)


shares = [(9908, 10_000), (9929, 10_000), (0, 10), (10, 10), (1, 3), (868, 892), (47_761, 48_000)]
pairs = [((9908, 10_000), (9900, 10_000)), ((56, 70), (48, 80)), ((47_885, 48_000), (11_903, 12_000)), ((10, 10), (0, 20))]
tables = [(36, 12, 2, 0), (9880, 28, 20, 72), (20, 5, 5, 20), (1, 0, 0, 1), (11_890, 41, 35, 34), (3, 4, 9, 2), (0, 7, 3, 0)]
discordant = [(1, 7), (28, 20), (0, 0), (5, 5), (0, 6), (41, 35), (300, 260)]
ranked_counts = [[21, 9, 9, 4, 2, 1, 0, 0], [40, 12, 11, 3, 0], [5], [0, 0]]
ranked_shares = [
    [(977, 980), (1132, 1135), (1021, 1032), (1004, 1010), (970, 982), (879, 892), (944, 958), (1015, 1028), (956, 974), (985, 1009)],
    [(90, 100), (80, 100), (70, 100), (69, 100), (20, 100)],
]

record = {
    "made-with": f"statsmodels {statsmodels.__version__}, SciPy {scipy.__version__}",
    "wilson": [{"counts": list(share), "expected": wilson(*share)} for share in shares],
    "independent": [{"counts": [*a, *b], "expected": independent(a, b)} for a, b in pairs],
    "paired": [{"counts": list(table), "expected": paired(*table)} for table in tables],
    "mcnemar": [{"counts": list(pair), "expected": mcnemar(*pair)} for pair in discordant],
    "ranks-of-counts": [
        {"counts": counts, "expected": ranks_of_counts(counts) if len(counts) > 1 else [1, 1, 1]} for counts in ranked_counts
    ],
    "ranks-of-shares": [
        {"counts": [count for share in shares for count in share], "expected": ranks_of_shares(shares)}
        for shares in ranked_shares
    ],
}
Path(__file__).with_name("references.json").write_text(json.dumps(record, indent=1) + "\n")
