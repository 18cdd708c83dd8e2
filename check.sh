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

# In CI exactly the packages of the lock files; elsewhere a changed version changes those.
step dotnet restore ${CI:+--locked-mode}
step .ci/packages
step dotnet build --no-restore
# The build itself fails on every warning of the analyzers and of the code style; what it does not look at is white space.
step dotnet format whitespace --no-restore --verify-no-changes
step dotnet test --no-build
