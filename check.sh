#!/usr/bin/env bash
# All that must be well before something is shared: restore, build, format, tests. For people and for CI.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

step() {
  printf '\n== %s\n' "$*"
  "$@"
}

step dotnet restore
step dotnet build --no-restore
# The build itself fails on every warning of the analyzers and of the code style; what it does not look at is white space.
step dotnet format whitespace --no-restore --verify-no-changes
step dotnet test
