#!/usr/bin/env bash
# Wijk on Neo4j beside bare Neo4j: one server, one run, one table. Needs Java 17 and ../shared/neo4j beside the checkout.
#   benchmarks/neo4j.sh [NODES] [FOLDER]     (1,000,000 nodes and five times as many relations take about half an hour and 12 GB of disk)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
nodes=${1:-1000000} work=${2:-$(mktemp -d)}
neo4j=$root/../shared/neo4j http=17480 bolt=17680
[ -x "$neo4j/run" ] || { echo "There is no $neo4j/run: this needs a Neo4j server beside the checkout." >&2; exit 1; }
mkdir -p "$work"

dotnet build -c Release -v q "$root/src/Wijk.GraphQL"
dotnet build -c Release -v q "$root/benchmarks/Wijk.Benchmarks"
wijk=("dotnet" "$root/src/Wijk.GraphQL/bin/Release/net10.0/wijk.dll")
bench=("dotnet" "$root/benchmarks/Wijk.Benchmarks/bin/Release/net10.0/Wijk.Benchmarks.dll")

timed() { local started=$SECONDS; "${@:2}" >&2; echo "| $1 | $((SECONDS - started)) s | |"; }
echo "| what | measured | target or remark |"
echo "|---|---|---|"
if [ ! -e "$work/csv/import.args" ]; then
  timed "generate --nodes $nodes into SQLite" "${wijk[@]}" generate --nodes "$nodes" --seed 1 --data "$work/city" -l En
  timed "export --format neo4j-admin" "${wijk[@]}" export --format neo4j-admin --out "$work/csv" --data "$work/city" -l En
fi
rm -rf "$work/home"
timed "bulk load" bash -c "cd '$work/csv' && '$neo4j/admin' '$work/home' database import full neo4j @import.args" 

"$neo4j/run" --home "$work/home" --http $http --bolt $bolt --gds --heap 4g --pagecache 1g --setting db.transaction.timeout=0s > "$work/neo4j.log" 2>&1 &
server=$!
trap 'kill $server 2> /dev/null; wait $server 2> /dev/null || true' EXIT
export WIJK_NEO4J_URL=http://127.0.0.1:$http WIJK_NEO4J_PASSWORD=wijk-test-pass
ready() { curl -sf -u "neo4j:$WIJK_NEO4J_PASSWORD" -H 'Content-Type: application/json' -d '{"statement":"RETURN 1"}' "$WIJK_NEO4J_URL/db/neo4j/query/v2" > /dev/null; }
until ready; do kill -0 $server; sleep 1; done
"${bench[@]}" neo4j memory
# Last, since its bare records have no provenance, so that Wijk does not read them.
"${bench[@]}" neo4j
