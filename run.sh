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
# The doctor reports what is missing, so it starts without it.
if [ "${1:-}" != doctor ]; then ensure_packages; fi
find_dotnet
publish_app
# The same data folder from every folder, and messages with the command as it can be typed again: "bash run.sh" has a name without a path.
case $0 in */*) REELWRIGHT_COMMAND=$0 ;; *) REELWRIGHT_COMMAND=./$0 ;; esac
export DATA_DIR=${DATA_DIR:-$root/data} REELWRIGHT_COMMAND

# An empty argument is a prompt from a variable that is not set: generate refuses it.
if [ $# -eq 0 ]; then exec "$app" serve; fi
case $1 in
  serve | generate | storyboard | jobs | doctor | help | --help | -h | '-?' | --version) exec "$app" "$@" ;;
  *) exec "$app" generate "$@" ;;
esac
