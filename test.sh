#!/usr/bin/env bash
# ./test.sh          builds everything once and runs all tests
# ./test.sh NAME...  only the test projects whose name contains one of the words, such as: ./test.sh Media Engine
# ./test.sh --faults the fault suite in its long form (docs/faults.md): an hour of kills, broken wires and databases that go away
# ./test.sh --simulate N [--seed S]  runs N simulated job-lives from seed S on, on all cores (docs/faults.md), and nothing else
# The last line sums up: "N passed, N failed, N skipped". Logs and results are in artifacts/logs and artifacts/tests.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
. "$root/eng/system.sh"
. "$root/eng/dotnet.sh"

if [ "${1:-}" = --faults ]; then
  shift
  export REELWRIGHT_FAULTS=long
  set -- Faults "$@"
fi

if [ "${1:-}" = --simulate ]; then
  [ $# -ge 2 ] || die "How many job-lives? Such as: ./test.sh --simulate 100000"
  find_dotnet
  prepare_dotnet
  quietly build "Building the simulation" dotnet build "$root/tests/Reelwright.Simulation" --configuration Release
  exec "$root/artifacts/bin/Reelwright.Simulation/release/Reelwright.Simulation" --lives "$2" --workers "$(getconf _NPROCESSORS_ONLN)" "${@:3}"
fi

# shellcheck disable=SC2046
ensure_packages $(missing_servers) $(missing_voice)
find_dotnet
prepare_dotnet
quietly build "Building everything" dotnet build "$root/Reelwright.slnx" --configuration Release

results=$root/artifacts/tests
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0 skipped=0 broken=

count() { sed -n "s/.*<Counters [^>]*$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1; }

wanted() {
  [ $# -gt 1 ] || return 0
  local name=$1 word
  shift
  for word in "$@"; do case $name in *"$word"*) return 0 ;; esac; done
  return 1
}

# One project after the other: they start servers, encoders and hundreds of jobs, and share the cores with them.
for project in "$root"/tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  wanted "$name" "$@" || continue
  started=$SECONDS code=0
  dotnet test "$project" --configuration Release --no-build --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" >"$results/$name.log" 2>&1 </dev/null || code=$?
  trx=$results/$name.trx
  if [ ! -f "$trx" ]; then
    # A project without tests yet says so; anything else is a failure to run.
    if [ $code -ne 0 ] || ! grep -q 'No test is available' "$results/$name.log"; then
      broken="$broken $name"
      tail -n 40 "$results/$name.log" >&2
    fi
    continue
  fi
  ok=$(count passed "$trx") bad=$(count failed "$trx") total=$(count total "$trx")
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - ok - bad))
  printf '%-36s %5d passed %3d failed %3d skipped %5d s\n' "$name" "$ok" "$bad" "$((total - ok - bad))" "$((SECONDS - started))"
  if [ $code -ne 0 ]; then
    grep -v '^ *Passed ' "$results/$name.log" >&2 || true
    if [ "$bad" -eq 0 ]; then broken="$broken $name"; fi
  fi
done

if [ -n "$broken" ]; then say "These test projects did not run to their end:$broken"; fi
echo "$passed passed, $failed failed, $skipped skipped"
if [ "$failed" -gt 0 ] || [ -n "$broken" ]; then exit 1; fi
if [ "$passed" -eq 0 ]; then die "No test ran."; fi
