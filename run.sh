#!/usr/bin/env bash
# ./run.sh                          starts the whole system
# ./run.sh "prompt" [--out ad.mp4]  makes an ad
# ./run.sh COMMAND ...              any other command: serve, generate, storyboard, jobs, doctor (help lists them)
# Installs what is missing (Debian, Ubuntu), builds once, and starts at once from then on.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
. "$root/eng/system.sh"
. "$root/eng/dotnet.sh"
. "$root/eng/app.sh"

load_env_file "$root/.env"
# The doctor is there to say what is missing, so it must not be kept from starting.
if [ "${1:-}" != doctor ]; then ensure_packages; fi
find_dotnet
publish_app
# One data folder wherever it is called from, and messages that name the command as it was called.
export DATA_DIR=${DATA_DIR:-$root/data} REELWRIGHT_COMMAND=$0

# Without arguments, not with an empty one: that is a prompt that somebody forgot to set.
if [ $# -eq 0 ]; then exec "$app" serve; fi
case $1 in
  serve | generate | storyboard | jobs | doctor | help | --help | -h | '-?' | --version) exec "$app" "$@" ;;
  *) exec "$app" generate "$@" ;;
esac
