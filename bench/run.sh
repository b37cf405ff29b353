#!/usr/bin/env bash
# bench/run.sh [--repeats N] [--phases A,B] [--out FILE] [--sqlite]
# bench/run.sh --render [--durations A,B] [--aspects A,B] [--out FILE]
# Measures the orchestrator alone: real processes, real HTTP, a PostgreSQL server of its own, fake services; or, with --render, what films cost beside
# their bare encode. docs/benchmarks.md tells what the figures mean.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
. "$root/eng/system.sh"
. "$root/eng/dotnet.sh"
. "$root/eng/app.sh"

case " $* " in *' --sqlite '* | *' --render '*) servers='' ;; *) servers=$(missing_servers | grep postgresql || true) ;; esac
# shellcheck disable=SC2086
ensure_packages $servers
find_dotnet
prepare_dotnet
publish_app
quietly bench-build "Building the bench" dotnet build "$root/bench/Reelwright.Bench" --configuration Release -p:RunAnalyzers=false

commit=$(git -C "$root" describe --always --dirty 2>/dev/null || echo unknown)
# The load and the fakes answer on the thread that hears of it first: they share the machine with what they measure.
export DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1 DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT=1
exec "$root/artifacts/bin/Reelwright.Bench/release/Reelwright.Bench" --app "$app" --log "$(log_folder)/bench-nodes.log" --commit "$commit" "$@"
