"""Writes chance.json: values of the tests of chance computed without Wijk, by numpy and scipy and by writing every possibility out.

Run it by hand when a case is added (python3, numpy, scipy); the tests read only the JSON.
"""
import itertools
import json
import random
from math import comb

import numpy as np
from scipy.optimize import root


def bicm(rows, columns):
    """The bipartite configuration model: one equation for every row and every column, solved by Newton's method in logarithms."""
    rows, columns = np.array(rows, float), np.array(columns, float)

    def chances(logs):
        odds = np.exp(logs[: len(rows), None] + logs[None, len(rows):])
        return odds / (1 + odds)

    def gap(logs):
        p = chances(logs)
        gaps = np.concatenate([p.sum(1) - rows, p.sum(0) - columns])
        gaps[-1] = logs[len(rows):].sum()  # One of the equations follows from the others: the scale is free.
        return gaps

    found = root(gap, np.zeros(len(rows) + len(columns)), method="hybr", tol=1e-13)
    assert np.abs(gap(found.x)).max() < 1e-9, found.message
    return chances(found.x)


def poisson_binomial(chances, count):
    """Convolution of all events, then the upper tail."""
    distribution = np.array([1.0])
    for chance in chances:
        distribution = np.convolve(distribution, [1 - chance, chance])
    return float(distribution[count:].sum())


def tables(rows, columns):
    """All 0/1 tables with some row and column sums, by trying every row."""
    if not rows:
        if not any(columns):
            yield ()
        return
    for chosen in itertools.combinations(range(len(columns)), rows[0]):
        left = [count - (place in chosen) for place, count in enumerate(columns)]
        if min(left) >= 0:
            for rest in tables(rows[1:], left):
                yield (chosen,) + rest


def exact_p(strata, recorded):
    """How likely actors 0 and 1 share at least so many, over all ways to deal every stratum; rows 0 and 1 of a stratum are theirs."""
    distribution = {0: 1.0}
    for rows, columns in strata:
        counts = {}
        for table in tables(rows, columns):
            shared = len(set(table[0]) & set(table[1]))
            counts[shared] = counts.get(shared, 0) + 1
        total = sum(counts.values())
        distribution = {
            value: sum(p * counts.get(value - before, 0) / total for before, p in distribution.items())
            for value in range(max(distribution) + max(counts) + 1)
        }
    return sum(p for value, p in distribution.items() if value >= recorded)


def corrected(p, factor):
    """Step-up by its definition: for each p the lowest of all later p(j) n / j."""
    order, n = sorted(p), len(p)
    return [min(1.0, *(factor * order[j] * n / (j + 1) for j in range(n) if order[j] >= value)) for value in p]


def main():
    draw = random.Random(1)
    models = []
    for rows, columns in [([1, 1, 2, 3, 5], [1, 2, 2, 3, 3, 1]), ([2, 2, 2, 2], [2, 2, 2, 2]), ([1] * 9 + [4], [5, 3, 2, 2, 1])]:
        models.append({"rows": rows, "columns": columns, "chances": bicm(rows, columns).tolist()})
    tails = []
    for size in (1, 5, 40):
        chances = [draw.random() ** 3 for _ in range(size)]
        for count in range(0, min(size, 12) + 1, 3):
            tails.append({"chances": chances, "count": count, "p": poisson_binomial(chances, count)})
    p = [draw.random() ** 2 for _ in range(25)]
    full = p + [1.0] * 75
    pairs = []
    for strata, recorded in [
        ([([2, 2, 1, 1, 2], [2, 2, 2, 1, 1])], 2),
        ([([2, 2, 1, 1, 2], [2, 2, 2, 1, 1])] * 3, 4),
        ([([3, 2, 2, 1], [2, 2, 2, 1, 1]), ([1, 1, 1, 2, 2], [3, 2, 2])], 3),
    ]:
        pairs.append({"strata": [{"rows": rows, "columns": columns} for rows, columns in strata], "shared": recorded, "p": exact_p(strata, recorded)})
    nested = [{"rows": 6, "cells": n, "fewer": a, "more": b, "p": comb(b, a) / comb(n, a)} for n, a, b in [(10, 2, 2), (10, 1, 4), (15, 3, 5)]]
    print(json.dumps({
        "bicm": models,
        "poissonBinomial": tails,
        "correction": {
            "p": p, "familySize": 100,
            "bh": corrected(full, 1)[:25],
            "by": corrected(full, sum(1 / i for i in range(1, 101)))[:25],
        },
        "pairs": pairs,
        "nested": nested,
    }, indent=1))


main()
