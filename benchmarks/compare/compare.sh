#!/usr/bin/env bash
# Wijk beside the fastest programs that do parts of its work: ours and the peer in turn, the median of the ratios, one table.
#   benchmarks/compare/compare.sh [--pairs N] [--times N] [--work FOLDER] [OPERATION ...]     (7 pairs; 3 runs in each process; all operations)
# Needs ../shared/peers beside the checkout, and Debian's python3-scipy, python3-igraph, libigraph-dev, libboost-graph-dev, g++ and pkg-config. Ours is warm: a process runs it for a
# second, and at least twice, before it measures. Peers are measured as ../shared/peers measures them. GVE-Leiden joins in where GVE names a folder with its inc/.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
pairs=7 times=3 work=${TMPDIR:-/tmp}/wijk-peers wanted=()
while [ $# -gt 0 ]; do
  case $1 in
    --pairs) pairs=$2; shift 2 ;;
    --times) times=$2; shift 2 ;;
    --work) work=$2; shift 2 ;;
    *) wanted+=("$1"); shift ;;
  esac
done

# operation | graphs | the peer's command, in which GRAPH and TIMES are filled in; an operation of ours is a line in Wijk.Benchmarks/Compare/PeerRun.cs
operations=(
  "overlap|b10k.wbp b100k.wbp b100k_dense.wbp|/usr/bin/python3 scripts/peer_py.py scipy overlap GRAPH TIMES"
  "overlap_rows|b10k.wbp b100k.wbp b100k_dense.wbp|/usr/bin/python3 scripts/peer_py.py scipy overlap GRAPH TIMES"
  "leiden_mod_2|g10k.wgr g100k.wgr g1m.wgr|native/peer_igraph graphs/GRAPH.wgr leiden_mod_2 TIMES"
  "leiden_cpm_2|g10k.wgr g100k.wgr|native/peer_igraph graphs/GRAPH.wgr leiden_cpm_2 TIMES"
  "components|g100k.wgr g1m.wgr|native/peer_igraph graphs/GRAPH.wgr components TIMES"
  "articulation|t1m.wgr|native/peer_bgl graphs/GRAPH.wgr articulation TIMES"
  "articulation|g1m.wgr|native/peer_igraph graphs/GRAPH.wgr articulation TIMES"
  "betweenness|g10k.wgr|native/peer_igraph graphs/GRAPH.wgr betweenness TIMES"
  "betweenness_w|g10k.wgr|native/peer_igraph graphs/GRAPH.wgr betweenness_w TIMES"
  "clustering|g1m.wgr|native/peer_igraph graphs/GRAPH.wgr transitivity_local TIMES"
)
[ -z "${GVE:-}" ] || operations+=("leiden_mod_fast|g10k.wgr g100k.wgr g1m.wgr|native/gve graphs/GRAPH.wgr TIMES 2")

[ -d "$root/../shared/peers" ] || { echo "There is no ../shared/peers beside the checkout: the peers and their graphs are made there." >&2; exit 1; }
dotnet build -c Release -v q "$root/benchmarks/Wijk.Benchmarks" >&2
bench=$root/benchmarks/Wijk.Benchmarks/bin/Release/net10.0/Wijk.Benchmarks.dll
mkdir -p "$work"
cp -ru "$root/../shared/peers/." "$work"
cd "$work"
mkdir -p graphs results/memb
[ -e graphs/b10k_dense.wbp ] || /usr/bin/python3 scripts/gen.py >&2
[ native/peer_igraph -nt native/peer_igraph.c ] || gcc -O3 -march=native native/peer_igraph.c -o native/peer_igraph $(pkg-config --cflags --libs igraph) -lm
[ native/peer_bgl -nt native/peer_bgl.cpp ] || g++ -O3 -march=native -std=c++17 native/peer_bgl.cpp -o native/peer_bgl
[ -z "${GVE:-}" ] || [ native/gve -nt native/gve.cxx ] || g++ -std=c++17 -O3 -march=native -fopenmp -DMAX_THREADS=2 -I"$GVE" native/gve.cxx -o native/gve
# They would wait for a machine with nothing else to do; the turns see to that here.
export QUIET_MAX=0

dotnet "$bench" peer-head
for line in "${operations[@]}"; do
  IFS='|' read -r operation graphs command <<< "$line"
  [ ${#wanted[@]} = 0 ] || [[ " ${wanted[*]} " = *" $operation "* ]] || continue
  for file in $graphs; do
    results=$(mktemp)
    peer=${command//GRAPH/${file%.*}}
    for _ in $(seq "$pairs"); do
      dotnet "$bench" peer "$operation" "graphs/$file" "$times" >> "$results"
      ${peer//TIMES/$times} >> "$results"
    done
    dotnet "$bench" peer-row "$operation" "$results"
    rm "$results"
  done
done
