# shellcheck shell=bash disable=SC2154
# The .NET SDK and the environment that it needs. Sourced after system.sh.

# The runtime beside `dotnet`, for the executable's own launcher, which does not look into PATH. No process is started but readlink.
find_dotnet() {
  if ! command -v dotnet >/dev/null; then
    if [ -x "$HOME/.dotnet/dotnet" ]; then PATH=$HOME/.dotnet:$PATH; else explain_dotnet "The .NET 10 SDK is missing."; fi
  fi
  if [ -z "${DOTNET_ROOT:-}" ]; then
    DOTNET_ROOT=$(dirname "$(resolved "$(command -v dotnet)")")
    export DOTNET_ROOT
  fi
}

# readlink -f, which macOS has learnt only lately.
resolved() {
  local path=$1 target
  while [ -L "$path" ]; do
    target=$(readlink "$path")
    case $target in /*) path=$target ;; *) path=$(dirname "$path")/$target ;; esac
  done
  printf '%s' "$path"
}

explain_dotnet() {
  local how
  case $(operating_system) in
    macos) how="brew install dotnet" ;;
    fedora) how="sudo dnf install dotnet-sdk-10.0" ;;
    debian) how="sudo apt-get install dotnet-sdk-10.0 (Ubuntu has it; on Debian add Microsoft's package source first: https://learn.microsoft.com/dotnet/core/install/linux-debian)" ;;
    *) how="see https://dotnet.microsoft.com/download/dotnet/10.0" ;;
  esac
  die "$1 Get it with: $how"
}

# Before anything is built: MSBuild must start without ICU, and with a home folder that cannot be written.
prepare_dotnet() {
  export DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
  if ! has_library 'libicuuc.*'; then export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1; fi
  if ! { mkdir -p "$HOME/.nuget" "$HOME/.dotnet" && [ -w "$HOME/.nuget" ] && [ -w "$HOME/.dotnet" ]; } 2>/dev/null; then
    export DOTNET_CLI_HOME=$root/artifacts/home NUGET_PACKAGES=${NUGET_PACKAGES:-$root/artifacts/home/packages}
    export NUGET_HTTP_CACHE_PATH=${NUGET_HTTP_CACHE_PATH:-$root/artifacts/home/http-cache} XDG_DATA_HOME=$root/artifacts/home/share
    mkdir -p "$DOTNET_CLI_HOME"
  fi
  local version
  version=$(cd "$root" && dotnet --version 2>/dev/null) || explain_dotnet "The .NET 10 SDK is missing (there is a dotnet, of another version)."
  case $version in 10.*) ;; *) explain_dotnet "The .NET 10 SDK is needed; the one here is $version." ;; esac
}
