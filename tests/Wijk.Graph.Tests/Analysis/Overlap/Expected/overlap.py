"""Writes overlap.json: figures of overlap and funding computed without Wijk, by networkx and scipy and, for Voorbeeldwijk, from its files.

Run it by hand when a case is added (Debian's python3-networkx and python3-scipy); the tests read only the JSON.
"""
import csv
import datetime
import itertools
import json
import pathlib
import random

import networkx as nx
import numpy as np
from scipy.stats import entropy

SAMPLE = pathlib.Path(__file__).parents[5] / "samples" / "voorbeeldwijk"
DAY = datetime.date(2026, 6, 1).toordinal()
OPEN = (-2**31, 2**31 - 1)


def shared(draw):
    """Who meets whom in how many cells: the weighted projections of a two-mode graph."""
    actors, cells = range(20), range(100, 112)
    pairs = sorted({(draw.choice(actors), draw.choice(cells)) for _ in range(90)})
    graph = nx.Graph(pairs)
    present = sorted(node for node in graph if node < 100)
    counts = nx.bipartite.weighted_projected_graph(graph, present)
    jaccard = nx.bipartite.overlap_weighted_projected_graph(graph, present, jaccard=True)
    smaller = nx.bipartite.overlap_weighted_projected_graph(graph, present, jaccard=False)
    return {
        "actors": 20, "cells": 12, "pairs": [[actor, cell - 100] for actor, cell in pairs],
        "shared": [
            {"a": a, "b": b, "count": counts[a][b]["weight"], "jaccard": jaccard[a][b]["weight"], "overlapCoefficient": smaller[a][b]["weight"]}
            for a, b in sorted(tuple(sorted(edge)) for edge in counts.edges)
        ],
    }


def effective(weights):
    return float(np.exp(entropy(weights))) if sum(weights) > 0 else 0.0


def time_shared(one, other):
    """Days in both over days in either; an end that one does not know is the other's."""
    (a, b), (c, d) = one, other
    a, c = (c if a is None else a), (a if c is None else c)
    b, d = (d if b is None else b), (b if d is None else d)
    a, c = (OPEN[0] if a is None else a), (OPEN[0] if c is None else c)
    b, d = (OPEN[1] if b is None else b), (OPEN[1] if d is None else d)
    return max(0, min(b, d) - max(a, c) + 1) / (max(b, d) - min(a, c) + 1)


def crossing(mine, others):
    """Of two lists of (domains, period): the highest share of time of two that differ, how many differ, how many can be compared."""
    times = [(time_shared(period, its), own.isdisjoint(theirs)) for own, period in mine for theirs, its in others if own and theirs]
    compared = [differs for time, differs in times if time > 0]
    return max([time for time, differs in times if differs], default=0), sum(compared), len(compared)


def of_cell(actors):
    """Severity, pairs, wholly different pairs of a cell: per actor a list of (domains, period)."""
    found = [crossing(actors[a], actors[b]) for a, b in itertools.combinations(sorted(actors), 2)]
    return sum(weight for weight, _, _ in found), sum(n > 0 for _, n, _ in found), sum(n == all_ > 0 for _, n, all_ in found)


def evenly(measures):
    """Effective domains: each measure once, divided over its domains."""
    weights = {}
    for domains in measures:
        for domain in domains:
            weights[domain] = weights.get(domain, 0) + 1 / len(domains)
    return effective(list(weights.values()))


def severity(draw):
    cases = []
    for _ in range(12):
        domains = [sorted(draw.sample(range(5), draw.choice((0, 1, 1, 1, 2)))) for _ in range(10)]
        starts = [draw.randrange(100) for _ in range(14)]
        presences = [
            {"actor": draw.randrange(5), "measure": draw.randrange(10), "first": first if draw.random() < 0.8 else None,
             "last": first + draw.randrange(1, 80) if draw.random() < 0.8 else None}
            for first in starts
        ]
        actors = {}
        for one in presences:
            actors.setdefault(one["actor"], []).append((one["measure"], (one["first"], one["last"])))
        # Of one measure that an actor has in several periods the highest share of time counts, and the measure counts once.
        weight, pairs, whole = 0, 0, 0
        for a, b in itertools.combinations(sorted(actors), 2):
            times = {}
            for (m, period), (o, its) in itertools.product(actors[a], actors[b]):
                if domains[m] and domains[o]:
                    times[m, o] = max(times.get((m, o), 0), time_shared(period, its))
            together = {key: time for key, time in times.items() if time > 0}
            differing = {key: time for key, time in together.items() if set(domains[key[0]]).isdisjoint(domains[key[1]])}
            weight, pairs, whole = weight + max(differing.values(), default=0), pairs + bool(differing), whole + (len(differing) == len(together) > 0)
        cases.append({
            "domains": domains, "presences": presences, "severity": weight, "pairs": pairs, "wholePairs": whole,
            "effectiveDomains": evenly([domains[m] for m in sorted({one["measure"] for one in presences})]),
        })
    return cases


def read(name):
    with open(SAMPLE / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def day(text, last):
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts).toordinal()
    if not last:
        return datetime.date(parts[0], parts[1] if len(parts) > 1 else 1, 1).toordinal()
    after = (parts[0] + 1, 1) if len(parts) == 1 or parts[1] == 12 else (parts[0], parts[1] + 1)
    return datetime.date(*after, 1).toordinal() - 1


def holds(period):
    return (period[0] is None or period[0] <= DAY) and (period[1] is None or period[1] >= DAY)


def above(parts, node):
    """What a node is part of, with the fewest steps to it."""
    steps = {node: 0}
    for one in (queue := [node]):
        for whole in parts.get(one, []):
            if whole not in steps:
                steps[whole] = steps[one] + 1
                queue.append(whole)
    return steps


def sample_cells():
    """The group cells of Voorbeeldwijk on its own day: effective domains, and severity with who meets from a wider group or a larger area."""
    parts, tops = {}, {row["id"]: {row["id"]} for row in read("Domain")}
    for row in read("PART_OF"):
        parts.setdefault(row["from"], []).append(row["to"])
    for domain in tops:
        tops[domain] = {one.split(":")[1] for one in above(parts, f"Domain:{domain}") if one not in parts}
    catch_alls = {row["id"] for row in read("Domain") if row["catchAll"] == "true"}
    domains, periods, runners = {}, {}, {}
    for row in read("IN_DOMAIN"):
        if row["to"] not in catch_alls:
            domains.setdefault(row["from"], set()).add(row["to"])
    for row in read("Measure"):
        periods[f"Measure:{row['id']}"] = (day(row["validFrom"], False), day(row["validTo"], True))
    for row in read("RUNS"):
        runners.setdefault(f"Measure:{row['to']}", []).append(row["from"])
    cells, works = {}, {}
    for row in read("Targeting"):
        work, place = row["of"], (row["for"], row["in"])
        own = (day(row["validFrom"], False), day(row["validTo"], True))
        if work not in periods or not all(place) or not holds(own) or not holds(periods[work]):
            continue
        period = tuple(mine if mine is not None else its for mine, its in zip(own, periods[work]))
        works.setdefault(place, set()).add(work)
        compared = set().union(*(tops[domain] for domain in domains.get(work, ())))
        for runner in runners.get(work, []):
            cells.setdefault(place, {}).setdefault(runner, []).append((compared, period))
    found = []
    for (group, area), actors in sorted(cells.items()):
        if len(actors) < 2:
            continue
        weights = {}
        for wider, steps in above(parts, f"TargetGroup:{group}").items():
            for larger, outward in above(parts, f"Area:{area}").items():
                if steps + outward == 0:
                    continue
                for other, work in cells.get((wider.split(":")[1], larger.split(":")[1]), {}).items():
                    for own in actors:
                        pair = tuple(sorted((own, other)))
                        if own != other and not (other in actors and crossing(actors[own], actors[other])[0] > 0):
                            weights[pair] = max(weights.get(pair, 0), crossing(actors[own], work)[0] / 2 ** (steps + outward))
        weight, pairs, whole = of_cell(actors)
        found.append({
            "group": group, "area": area, "agencies": sorted(one.split(":")[1] for one in actors), "pairs": pairs, "wholePairs": whole,
            "severity": weight + sum(weights.values()), "nestedPairs": sum(one > 0 for one in weights.values()),
            "effectiveDomains": evenly([sorted(domains.get(work, ())) for work in sorted(works[(group, area)])]),
        })
    return found


def sample_funding():
    """The pots of each agency of Voorbeeldwijk that is paid from several in 2026, and how many equal ones would be as varied."""
    parts, schemes = {}, {row["id"] for row in read("Measure") if row["type"] == "scheme"}
    for row in read("PART_OF"):
        parts.setdefault(row["from"], []).append(row["to"])
    paid = {}
    for row in read("FUNDS"):
        if row["year"] != "2026" or float(row["amount"]) == 0 or not row["to"].startswith("Measure:"):
            continue
        scheme = sorted(one for one in above(parts, row["to"]) if one.split(":")[1] in schemes)
        for runs in read("RUNS"):
            if f"Measure:{runs['to']}" == row["to"]:
                pots = paid.setdefault(runs["from"].split(":")[1], {})
                pots[row["from"], *scheme] = pots.get((row["from"], *scheme), 0) + float(row["amount"])
    return [{"runner": runner, "pots": len(pots), "granted": sum(pots.values()), "effectivePots": effective(list(pots.values()))}
            for runner, pots in sorted(paid.items()) if len(pots) > 1]


def main():
    draw = random.Random(1)
    weights = [[1, 1, 1], [3, 1], [10, 0, 0], [0.2, 0.3, 0.5], [draw.random() for _ in range(20)]]
    print(json.dumps({
        "shared": shared(draw),
        "diversity": [{"weights": one, "effective": effective(one)} for one in weights],
        "severity": severity(draw),
        "voorbeeldwijk": {"cells": sample_cells(), "funding": sample_funding()},
    }))


main()
