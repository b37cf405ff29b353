# shellcheck shell=bash disable=SC2154
# The published executable: built once for each state of the sources. Sourced after system.sh and dotnet.sh.

runtime_identifier() {
  local system=linux architecture=x64
  if [ "$(uname -s)" = Darwin ]; then system=osx; fi
  case $(uname -m) in arm64 | aarch64) architecture=arm64 ;; esac
  echo "$system-$architecture"
}

checksum() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }

# A hash of the sources' contents. Times do not count, so that a copied tree is not built again.
source_key() {
  cd "$root" || return
  {
    runtime_identifier
    find src Directory.Build.props Directory.Packages.props global.json -type f -print0 | LC_ALL=C sort -z | xargs -0 "$(command -v sha256sum || command -v cksum)"
  } | checksum | cut -c1-16
}

# Sets $app to the executable. Each state of the sources has its own folder, so that a running server keeps its files.
publish_app() {
  local key home
  key=$(source_key)
  home=$root/artifacts/app
  app=$home/$key/reelwright
  if [ -x "$app" ]; then return 0; fi
  prepare_dotnet
  mkdir -p "$home"
  lock "$home/.lock"
  if [ ! -x "$app" ]; then
    rm -rf "$home/.new"
    # Its own intermediate files, because a build for one runtime and one for any would undo each other's.
    quietly publish "Building Reelwright (once for each version; under a minute)" \
      dotnet publish "$root/src/Reelwright/Reelwright.csproj" --configuration Release --runtime "$(runtime_identifier)" --self-contained false \
      --output "$home/.new" -p:PublishReadyToRun=true -p:ArtifactsPath="$root/artifacts/publish" -p:RunAnalyzers=false -p:GenerateDocumentationFile=false
    forget_old_apps "$home"
    mv "$home/.new" "$home/$key"
  fi
  unlock "$home/.lock"
}

# The newest stays: a server may be running from it.
forget_old_apps() {
  local old
  # shellcheck disable=SC2012
  ls -1t "$1" | tail -n +2 | while read -r old; do rm -rf "${1:?}/$old"; done
}

# A folder as a lock, because macOS has no flock. One whose owner died is taken over.
lock() {
  local owner
  until mkdir "$1" 2>/dev/null; do
    owner=$(cat "$1/owner" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then rm -rf "$1"; else sleep 1; fi
  done
  echo $$ >"$1/owner"
  # shellcheck disable=SC2064
  trap "rm -rf '$1'" EXIT
}

unlock() {
  rm -rf "$1"
  trap - EXIT
}

# load_env_file FILE: NAME=value lines, as compose reads them. A variable that is already set wins.
load_env_file() {
  local line name value
  [ -r "$1" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    line=${line#"${line%%[![:space:]]*}"}
    line=${line#export }
    case $line in '' | '#'* | [!A-Za-z_]*) continue ;; *=*) ;; *) continue ;; esac
    name=${line%%=*} value=${line#*=}
    name=${name%"${name##*[![:space:]]}"}
    case $name in *[!A-Za-z0-9_]*) continue ;; esac
    value=${value#"${value%%[![:space:]]*}"}
    case $value in
      '"'*'"'*) value=${value#\"} value=${value%%\"*} ;;
      "'"*"'"*) value=${value#\'} value=${value%%\'*} ;;
      *) value=${value%%[[:space:]]#*} value=${value%"${value##*[![:space:]]}"} ;;
    esac
    if [ -z "${!name+set}" ]; then export "$name=$value"; fi
  done <"$1"
}
