#!/usr/bin/env bash
# All that must be well before something is shared: restore, packages, build, format, tests. For people and for CI.
#   ./check.sh          the normal run
#   ./check.sh --long   the same, with all seeds, rounds and kills of the long tests; the normal run does a portion of them
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

case ${1:-} in
  '') ;;
  --long) export WIJK_LONG=true ;; # read by tests/Wijk.Testing/LongRun.cs
  *) sed -n '3,4p' "${BASH_SOURCE[0]}" >&2; exit 64 ;;
esac

step() {
  local started=$SECONDS
  printf '\n== %s\n' "$*"
  "$@"
  printf '== %d s\n' $((SECONDS - started))
}

free_port() {
  local port
  while port=$((20000 + RANDOM)) && (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
  echo "$port"
}

# One Neo4j for all test projects, ready when they begin. Whoever has one for tests names it in WIJK_TEST_NEO4J_URL instead: all its data is deleted.
start_neo4j() {
  [ -z "${WIJK_TEST_NEO4J_URL:-}" ] && [ -e ../shared/neo4j/run ] && command -v java > /dev/null || return 0
  local http
  http=$(free_port)
  neo4j_home=$(mktemp -d)
  ../shared/neo4j/run --home "$neo4j_home" --http "$http" --bolt "$(free_port)" --password wijk-test-pass --heap 512m --pagecache 128m --gds \
    < /dev/null > "$neo4j_home/console.log" 2>&1 &
  neo4j=$!
  trap 'kill -KILL "$neo4j" 2> /dev/null || true; wait "$neo4j" 2> /dev/null || true; rm -rf "$neo4j_home"' EXIT
  export WIJK_TEST_NEO4J_URL=http://127.0.0.1:$http WIJK_TEST_NEO4J_USER=neo4j WIJK_TEST_NEO4J_PASSWORD=wijk-test-pass
}

# In CI exactly the packages of the lock files; elsewhere a changed version changes those.
step dotnet restore ${CI:+--locked-mode}
step .ci/packages
step dotnet build --no-restore
start_neo4j
# The build itself fails on every warning of the analyzers and of the code style; what it does not look at is white space.
step dotnet format whitespace --no-restore --verify-no-changes
step dotnet test --no-build
