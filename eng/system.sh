# shellcheck shell=bash disable=SC2154
# The programs, libraries and fonts that run.sh and test.sh need. Sourced, not run. Works with the bash 3.2 of macOS.
# On Debian and Ubuntu the scripts install what is missing through apt. Elsewhere they print what to install and stop.

say() { printf '%s\n' "reelwright: $*" >&2; }
die() { say "$*"; exit 1; }

# Where logs of quiet steps go: beside the build's output, or to the temporary folder when that cannot be written.
log_folder() {
  local folder=$root/artifacts/logs
  if mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ]; then printf '%s' "$folder"; else mktemp -d; fi
}

# quietly NAME TEXT COMMAND...: shows one line, keeps the output in a log, and shows its errors, or its end, when the command fails.
quietly() {
  local log started=$SECONDS
  log=$(log_folder)/$1.log
  say "$2 ..."
  shift 2
  if "$@" >"$log" 2>&1 </dev/null; then
    say "  done in $((SECONDS - started)) s"
  else
    local code=$?
    { grep -E ': error |^E: |^error' "$log" | sort -u || tail -n 20 "$log"; } | head -n 20 >&2
    die "That failed with exit code $code. The whole log: $log"
  fi
}

operating_system() {
  case $(uname -s) in
    Darwin) echo macos ;;
    Linux)
      local words=''
      # shellcheck disable=SC1091
      [ -r /etc/os-release ] && words=$(. /etc/os-release && echo "${ID:-} ${ID_LIKE:-}")
      case " $words " in
        *" debian "* | *" ubuntu "*) echo debian ;;
        *" fedora "* | *" rhel "*) echo fedora ;;
        *) echo other ;;
      esac ;;
    *) echo other ;;
  esac
}

has_library() {
  local folder
  for folder in /usr/lib /usr/lib/* /usr/lib64 /usr/local/lib /lib64 /opt/homebrew/lib; do
    if compgen -G "$folder/$1" >/dev/null; then return 0; fi
  done
  return 1
}

# What the product needs to run, as Debian names it: one line for each thing that is missing.
missing_packages() {
  local families=''
  if ! { command -v ffmpeg && command -v ffprobe; } >/dev/null; then echo ffmpeg; fi
  if ! has_library 'librsvg-2.*'; then echo librsvg2-2; fi
  if ! has_library 'libcairo.*'; then echo libcairo2; fi
  # A font may have several names, with commas between them.
  if command -v fc-list >/dev/null; then families=$(fc-list -f '%{family}\n' | tr ',' '\n'); else echo fontconfig; fi
  if ! has_family Inter; then echo fonts-inter; fi
  # For Cyrillic, Greek and many others; for the scripts of one font each, which are in the same package; the second names are those of macOS.
  if ! { has_family 'Noto Sans' && has_family 'Noto Sans Arabic' 'Geeza Pro' && has_family 'Noto Sans Hebrew' 'Arial Hebrew' &&
    has_family 'Noto Sans Devanagari' 'Kohinoor Devanagari' && has_family 'Noto Sans Thai' Thonburi; }; then echo fonts-noto-core; fi
  if ! has_family 'Noto Sans CJK SC' 'Noto Sans CJK JP' 'Hiragino Sans' 'Hiragino Sans GB' 'PingFang SC'; then echo fonts-noto-cjk; fi
}

# has_family NAME...: whether $families has one of the names, as a whole line: "Noto Sans" is not "Noto Sans Mono".
has_family() {
  local name
  for name in "$@"; do
    case $'\n'$families$'\n' in *$'\n'"$name"$'\n'*) return 0 ;; esac
  done
  return 1
}

# Servers that tests start for themselves, on ports of their own.
missing_servers() {
  local folder rabbitmq=missing postgresql=missing
  for folder in /usr/lib/rabbitmq/bin /opt/homebrew/opt/rabbitmq/sbin /usr/local/opt/rabbitmq/sbin; do
    if [ -x "$folder/rabbitmq-server" ]; then rabbitmq=''; fi
  done
  for folder in /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin; do
    if [ -x "$folder/postgres" ]; then postgresql=''; fi
  done
  if [ -n "$rabbitmq" ]; then echo rabbitmq-server; fi
  if [ -n "$postgresql" ]; then echo postgresql; fi
}

# A voice for languages other than English. The product works without it, its tests do not.
missing_voice() {
  if ! command -v espeak-ng >/dev/null; then echo espeak-ng; fi
}

# The command that installs a list of Debian's names on another system.
install_hint() {
  local system=$1 names='' name
  shift
  for name in "$@"; do
    case $system:$name in
      macos:librsvg2-2) name=librsvg ;;
      macos:libcairo2) name=cairo ;;
      macos:rabbitmq-server) name=rabbitmq ;;
      macos:postgresql) name=postgresql@17 ;;
      fedora:postgresql) name='postgresql-server' ;;
      macos:fonts-inter) name=font-inter ;;
      macos:fonts-noto-core) name=font-noto-sans ;;
      macos:fonts-noto-cjk) name=font-noto-sans-cjk ;;
      fedora:librsvg2-2) name=librsvg2 ;;
      fedora:libcairo2) name=cairo ;;
      fedora:fonts-inter) name=rsms-inter-fonts ;;
      fedora:fonts-noto-core) name='google-noto-sans-fonts google-noto-sans-arabic-fonts google-noto-sans-devanagari-fonts google-noto-sans-thai-fonts google-noto-sans-hebrew-fonts' ;;
      fedora:fonts-noto-cjk) name=google-noto-sans-cjk-fonts ;;
    esac
    names="$names $name"
  done
  case $system in
    debian) echo "sudo apt-get install$names" ;;
    macos) echo "brew install$names" ;;
    fedora) echo "sudo dnf install$names    (ffmpeg with x264 comes from RPM Fusion: https://rpmfusion.org/Configuration)" ;;
    *) echo "the equivalents of these Debian packages:$names" ;;
  esac
}

apt_install() {
  local as_root=''
  if [ "$(id -u)" != 0 ]; then
    as_root=sudo
    if [ ! -t 0 ]; then as_root='sudo -n'; fi
    if ! { command -v sudo && { [ -t 0 ] || sudo -n true; }; } >/dev/null 2>&1; then
      die "These packages are missing and only root can install them. Run: apt-get update && apt-get install $*"
    fi
    if [ -t 0 ]; then sudo -v; fi
  fi
  # shellcheck disable=SC2086
  quietly apt-update "Updating the list of packages" $as_root apt-get update -q
  # shellcheck disable=SC2086
  quietly apt-install "Installing $* (once)" $as_root sh -c "$install_without_services" install install -q -y --no-install-recommends "$@"
}

# apt starts installed servers as services. This keeps the tests' servers from starting, now and at boot. A server that was installed before stays as it was.
# shellcheck disable=SC2016
install_without_services='
  set -e
  policy=/usr/sbin/policy-rc.d clusters=/etc/postgresql-common/createcluster.d temporary= new=
  for unit in rabbitmq-server.service epmd.service epmd.socket; do
    if [ ! -e "/lib/systemd/system/$unit" ]; then new="$new $unit"; fi
  done
  trap "rm -f \$temporary" EXIT
  trap "exit 130" INT TERM HUP
  if [ ! -e /usr/bin/pg_createcluster ]; then
    # The package would also create a database cluster.
    temporary=$clusters/reelwright-tests.conf
    mkdir -p "$clusters"
    echo "create_main_cluster = false" >"$temporary"
  fi
  if [ ! -e "$policy" ]; then
    temporary="$temporary $policy"
    printf "#!/bin/sh\nexit 101\n" >"$policy"
    chmod 755 "$policy"
  fi
  DEBIAN_FRONTEND=noninteractive apt-get "$@"
  for unit in $new; do
    # As systemctl disable, which not every machine has.
    rm -f /etc/systemd/system/*.wants/"$unit"
  done
'

# ensure_packages [NAME...]: what the product needs to run, and more packages by their Debian names.
ensure_packages() {
  local missing system
  missing="$(missing_packages) $*"
  missing=${missing# }
  if [ -z "${missing//[[:space:]]/}" ]; then return 0; fi
  system=$(operating_system)
  # shellcheck disable=SC2086
  if [ "$system" = debian ] && command -v apt-get >/dev/null; then
    apt_install $missing
  else
    die "Something is missing on this system. Install it and try again: $(install_hint "$system" $missing)"
  fi
}
