"""Writes measures.json: figures of networks computed without Wijk, by networkx and python-igraph and by writing every possibility out.

Run it by hand when a measure or a network is added (python3, networkx, igraph, as Debian has them; the five networks of the literature are read from
../shared/data/oracle-networkx-builtins); the tests read only the JSON.
"""
import csv
import fractions
import itertools
import json
import pathlib
import random

import igraph
import networkx as nx

HERE = pathlib.Path(__file__).resolve()
HANDED = HERE.parents[4].parent / "shared" / "data" / "oracle-networkx-builtins"
HANDED_FILES = ["karate", "krackhardt_kite", "florentine_families", "davis_southern_women", "les_miserables"]


def handed(name):
    """A network of the literature with its weights, and its second column as groups or, where there is none, groups dealt by place."""
    with open(HANDED / f"{name}_nodes.csv", newline="") as file:
        rows = list(csv.reader(file))[1:]
    numbers = {row[0]: place for place, row in enumerate(rows)}
    with open(HANDED / f"{name}_edges.csv", newline="") as file:
        edges = [(numbers[a], numbers[b], float(w)) for a, b, w in list(csv.reader(file))[1:]]
    labels = sorted({row[1] for row in rows if len(row) > 1})
    groups = [labels.index(row[1]) if len(row) > 1 else place % 3 for place, row in enumerate(rows)]
    return len(rows), edges, groups, [row[0] for row in rows]


def made(number):
    """A random network: sparse or dense, with or without weights, some in several parts and with nodes that have no tie."""
    draw = random.Random(1_000 + number)
    count = [6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 16, 18, 20, 24, 28, 32, 40, 48, 56, 64][number]
    chance = [0.15, 0.3, 0.5, 0.8][number % 4]
    alone = set(range(count - number % 3, count))
    parts = 1 + number % 3
    edges = []
    for a, b in itertools.combinations(range(count), 2):
        if a in alone or b in alone or a % parts != b % parts:
            continue
        if draw.random() < chance:
            edges.append((a, b, draw.randint(1, 12) / 4 if number % 2 else 1.0))
    # Every fifth node has no group: its ties are left out of what is about groups.
    groups = [-1 if node % 5 == 4 else draw.randrange(3) for node in range(count)]
    return count, edges, groups, None


def distances(graph):
    total = sum(1 / d for _, to in nx.all_pairs_shortest_path_length(graph) for d in to.values() if d > 0)
    return 1 - total / (len(graph) * (len(graph) - 1))


def roles(graph, groups):
    """Every pair of contacts of every node, tried one by one."""
    found = []
    for broker in graph:
        counts = dict(coordinator=0, consultant=0, gatekeeper=0, liaison=0)
        for a, c in itertools.combinations(graph[broker], 2):
            if graph.has_edge(a, c) or -1 in (groups[a], groups[broker], groups[c]):
                continue
            if groups[a] == groups[c]:
                counts["coordinator" if groups[a] == groups[broker] else "consultant"] += 1
            else:
                counts["gatekeeper" if groups[broker] in (groups[a], groups[c]) else "liaison"] += 1
        found.append(counts)
    return found


def role_shares(groups):
    """All ordered threes of nodes with a group."""
    known = [group for group in groups if group >= 0]
    if len(known) < 3:
        return None
    counts = dict(coordinator=0, consultant=0, gatekeeper=0, liaison=0)
    for a, b, c in itertools.permutations(known, 3):
        if a == c:
            counts["coordinator" if a == b else "consultant"] += 1
        else:
            counts["gatekeeper" if b in (a, c) else "liaison"] += 1
    return {name: count / sum(counts.values()) for name, count in counts.items()}


def core(graph):
    """The fewest errors over every set of nodes, and where each node is in the best of them."""
    nodes = list(graph)
    best, cores = None, []
    for size in range(len(nodes) + 1):
        for chosen in map(set, itertools.combinations(nodes, size)):
            errors = sum((a in chosen and b in chosen) != graph.has_edge(a, b) for a, b in itertools.combinations(nodes, 2)
                         if (a in chosen) == (b in chosen))
            if best is None or errors < best:
                best, cores = errors, []
            if errors == best:
                cores.append(chosen)
    pairs, ties = len(nodes) * (len(nodes) - 1) // 2, graph.number_of_edges()
    places = ["core" if all(node in one for one in cores) else "edge" if any(node in one for one in cores) else "periphery" for node in nodes]
    return dict(errors=best, without=min(ties, pairs - ties), places=places)


def silos(graph, groups):
    counts = {}
    for a, b in graph.edges:
        if groups[a] < 0 or groups[b] < 0 or a == b:
            continue
        for group in {groups[a], groups[b]}:
            external, inside = counts.get(group, (0, 0))
            counts[group] = (external + (groups[a] != groups[b]), inside + (groups[a] == groups[b]))
    crossing = sum(groups[a] != groups[b] for a, b in graph.edges if groups[a] >= 0 and groups[b] >= 0)
    inside = sum(groups[a] == groups[b] for a, b in graph.edges if groups[a] >= 0 and groups[b] >= 0 and a != b)
    return dict(external=crossing, internal=inside, groups={str(group): counts[group] for group in sorted(counts)})


def dealt(graph, groups):
    """Every way to deal the groups over the nodes: how often the index of all, and of each group, is as far off; exact."""
    def index(external, inside):
        return None if external + inside == 0 else (external - inside) / (external + inside)

    nodes = [node for node in graph if groups[node] >= 0]
    seen = silos(graph, groups)
    observed = index(seen["external"], seen["internal"])
    if observed is None or len(nodes) > 8:
        return None
    ways = sorted(set(itertools.permutations([groups[node] for node in nodes])))
    weights = 1 / len(ways)  # Each different dealing stands for as many permutations as another.
    overall, own = [], {group: [] for group in seen["groups"]}
    for way in ways:
        labels = list(groups)
        for node, group in zip(nodes, way):
            labels[node] = group
        found = silos(graph, labels)
        overall.append(index(found["external"], found["internal"]))
        for group in own:
            own[group].append(index(*found["groups"].get(group, (0, 0))))
    mean = sum(overall) * weights
    far = sum(abs(value - mean) >= abs(observed - mean) - 1e-9 for value in overall) * weights
    each = {}
    for group, values in own.items():
        value = index(*seen["groups"][group])
        low = sum(one is None or one <= value + 1e-12 for one in values) * weights
        high = sum(one is None or one >= value - 1e-12 for one in values) * weights
        known = [one for one in values if one is not None]
        each[group] = dict(expected=sum(known) / len(known), pValue=min(1, 2 * min(low, high)))
    return dict(expected=mean, pValue=far, groups=each)


def or_none(value):
    return None if value != value else value


def figures(name, count, edges, groups, names):
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(edges)
    other = igraph.Graph(n=count, edges=[(a, b) for a, b, _ in edges])
    other.es["weight"] = [w for _, _, w in edges]
    between = nx.betweenness_centrality(graph, normalized=False)
    assert all(abs(a - b) < 1e-9 for a, b in zip(between.values(), other.betweenness())), name
    # Lengths are kept whole in networkx, so that paths that are as long are seen to be; igraph takes those for as long that differ by less than 1 in 10^10.
    exact = {"length": lambda a, b, edge: fractions.Fraction(edge["weight"]), "strength": lambda a, b, edge: 1 / fractions.Fraction(edge["weight"])}
    weighted = {name: list(nx.betweenness_centrality(graph, normalized=False, weight=weight).values()) for name, weight in exact.items()}
    for found, lengths in ((weighted["length"], [w for _, _, w in edges]), (weighted["strength"], [1 / w for _, _, w in edges])):
        assert all(abs(a - b) < 1e-9 for a, b in zip(found, other.betweenness(weights=lengths))), name
    # Of a node with fewer than two neighbours igraph says that it has no number and networkx 0; we say none.
    local, whole = [or_none(value) for value in other.transitivity_local_undirected(mode="nan")], or_none(other.transitivity_undirected(mode="nan"))
    assert all(abs((a or 0) - b) < 1e-9 for a, b in zip(local, nx.clustering(graph).values())) and abs((whole or 0) - nx.transitivity(graph)) < 1e-9, name
    points, bridges = sorted(nx.articulation_points(graph)), sorted(tuple(sorted(edge)) for edge in nx.bridges(graph))
    assert points == sorted(other.articulation_points()) and len(bridges) == len(other.bridges()), name
    sizes = [len(part) for part in nx.connected_components(graph)]
    constraint, effective = nx.constraint(graph, weight="weight"), nx.effective_size(graph, weight="weight")
    # Without weights networkx takes the short formula of Borgatti (1997), and igraph counts on its own.
    short, plain = nx.effective_size(graph), nx.constraint(graph)
    grouped = [node for node in range(count) if groups[node] >= 0]
    among = graph.subgraph(grouped)
    partition = [{node for node in grouped if groups[node] == group} for group in sorted(set(groups) - {-1})]
    modularity = nx.algorithms.community.modularity(among, partition, weight="weight") if among.number_of_edges() else None
    if modularity is not None:
        induced = other.induced_subgraph(grouped)
        assert abs(modularity - induced.modularity([groups[node] for node in grouped], weights="weight")) < 1e-9, name
    found = dict(
        name=name, names=names, nodeCount=count, edges=edges, groups=groups,
        components=len(sizes), f=1 - sum(s * (s - 1) for s in sizes) / (count * (count - 1)), distanceWeightedF=distances(graph),
        density=nx.density(graph), articulationPoints=points, bridges=bridges, betweenness=list(between.values()),
        betweennessByLength=weighted["length"], betweennessByStrength=weighted["strength"], clustering=local, transitivity=whole,
        constraint=[or_none(constraint[node]) for node in graph], effectiveSize=[or_none(effective[node]) for node in graph],
        unweightedConstraint=[or_none(plain[node]) for node in graph], unweightedEffectiveSize=[or_none(short[node]) for node in graph],
        silos=silos(graph, groups), dealt=dealt(graph, groups), modularity=modularity, roles=roles(graph, groups),
        roleShares=role_shares(groups) if count <= 40 else None, core=core(graph) if count <= 13 else None)
    assert all(abs(a - b) < 1e-9 for a, b in zip(other.constraint(), (plain[node] for node in graph)) if a == a), name
    assert all(abs(a - b) < 1e-9 for a, b in zip(other.constraint(weights="weight"), (constraint[node] for node in graph)) if a == a), name
    return found


def tables():
    """The southern women at their events, without those of more than some size."""
    count, edges, groups, names = handed("davis_southern_women")
    women = [node for node in range(count) if names[node][0] != "E" or not names[node][1:].isdigit()]
    events = [node for node in range(count) if node not in women]
    found = []
    for most in (20, 8, 5, 3):
        graph = nx.Graph()
        graph.add_nodes_from(women)
        for event in events:
            seated = [a if b == event else b for a, b, _ in edges if event in (a, b)]
            if len(seated) <= most:
                graph.add_edges_from(itertools.combinations(seated, 2))
        sizes = sorted((len(part) for part in nx.connected_components(graph)), reverse=True)
        found.append(dict(most=most, parts=len(sizes), largest=sizes[0], pairs=sum(s * (s - 1) // 2 for s in sizes),
                          f=1 - sum(s * (s - 1) for s in sizes) / (len(women) * (len(women) - 1)),
                          large=sum(len([1 for a, b, _ in edges if event in (a, b)]) > most for event in events)))
    return dict(seats=[[events.index(max(a, b, key=lambda n: n in events)), women.index(min(a, b, key=lambda n: n in events))] for a, b, _ in edges],
                women=len(women), events=len(events), cases=found)


all_networks = [figures(name, *handed(name)) for name in HANDED_FILES] + [figures(f"made {number}", *made(number)) for number in range(20)]
with open(HERE.with_name("measures.json"), "w") as file:
    file.write('{"tables":' + json.dumps(tables(), separators=(",", ":")) + ',"networks":[\n')
    file.write(",\n".join(json.dumps(one, separators=(",", ":")) for one in all_networks))
    file.write("\n]}\n")
