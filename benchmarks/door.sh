#!/usr/bin/env bash
# A crowd at the door of a server: one run, one table.
#   benchmarks/door.sh [NODES] [SECONDS]     (100,000 nodes and 60 seconds unless given)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
nodes=${1:-100000} seconds=${2:-60} work=$(mktemp -d) address=http://127.0.0.1:18080

dotnet build -c Release -v q "$root/src/Wijk.GraphQL"
dotnet build -c Release -v q "$root/benchmarks/Wijk.Benchmarks"
wijk=$root/src/Wijk.GraphQL/bin/Release/net10.0/wijk.dll bench=$root/benchmarks/Wijk.Benchmarks/bin/Release/net10.0/Wijk.Benchmarks.dll

dotnet "$wijk" generate --nodes "$nodes" --seed 1 --data "$work/city" -l En > /dev/null
dotnet "$wijk" run --data "$work/city" --urls $address > "$work/server.log" 2>&1 &
server=$!
trap 'kill $server 2> /dev/null; wait $server 2> /dev/null || true; rm -rf "$work"' EXIT
until curl -sf $address/health/ready > /dev/null; do kill -0 $server; sleep 1; done

echo "| what | measured |"
echo "|---|---|"
dotnet "$bench" door light $address 10
dotnet "$bench" door heavy $address $server
dotnet "$bench" door mixed $address $server "$seconds"
