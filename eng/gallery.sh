#!/usr/bin/env bash
# eng/gallery.sh [NUMBER...]
# Renders the prompts of docs/gallery.md, or those with these numbers, has each film judged from outside, and draws the contact sheets of docs/gallery.
# Exits 1 when a film fails a check, or when the product's report on it and the outside one differ.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
. "$root/eng/system.sh"
. "$root/eng/dotnet.sh"
. "$root/eng/app.sh"

ensure_packages
find_dotnet
prepare_dotnet
publish_app

films=$root/artifacts/gallery sheets=$root/docs/gallery failures=0
mkdir -p "$films" "$sheets"

size_of() { case $1 in 9:16) echo 1080x1920 ;; 16:9) echo 1920x1080 ;; 1:1) echo 1080x1080 ;; esac; }

# The number that a key has in a file of JSON with one key a line.
value_of() { awk -F'[:,]' -v key="\"$1\"" '{ k = $1; gsub(/[ \t]/, "", k) } k == key { v = $2; gsub(/[ \t]/, "", v); print v; exit }' "$2"; }

# KEY TOLERANCE: the report of the product beside the one from outside.
agree() {
  local ours theirs
  ours=$(value_of "$1" "$report") theirs=$(value_of "$1" "$witness")
  if ! awk -v a="$ours" -v b="$theirs" -v t="$2" 'BEGIN { if (a == b) exit 0; if (a !~ /^-?[0-9.]+$/ || b !~ /^-?[0-9.]+$/) exit 1; d = a - b; exit !((d < 0 ? -d : d) <= t + 1e-9) }'; then
    echo "  $1: the product says ${ours:-nothing}, the outside check $theirs"
    return 1
  fi
}

# The frames in the middle of up to six captions, the last among them: when what is written is in, and no scene gives way to another.
moments() { # CAPTIONS
  awk -F'[ :,]' '/-->/ { n++; from[n] = ($1 * 60 + $2) * 60 + $3 + $4 / 1000; to[n] = ($6 * 60 + $7) * 60 + $8 + $9 / 1000 }
    END { shown = n < 6 ? n : 6; for (i = 0; i < shown; i++) { k = shown < 2 ? 1 : 1 + int(i * (n - 1) / (shown - 1) + 0.5); printf "%seq(n\\,%d)", i ? "+" : "", (from[k] + to[k]) / 2 * 30 } }' "$1"
}

# These moments of the film in one small JPEG.
sheet() { # FILM ASPECT FILE
  local chosen tiles
  chosen=$(moments "${1%.mp4}.srt")
  case $2 in 9:16) tiles=scale=176:-2,tile=$(grep -o eq <<<"$chosen" | wc -l)x1 ;; 16:9) tiles=scale=352:-2,tile=3x2 ;; *) tiles=scale=300:-2,tile=3x2 ;; esac
  ffmpeg -v error -y -i "$1" -vf "select=$chosen,$tiles:padding=6:color=white" -vsync 0 -frames:v 1 -q:v 5 "$3" </dev/null
}

wanted() { [ $# -eq 1 ] && return 0; local number=$1; shift; case " $* " in *" $number "*) return 0 ;; esac; return 1; }

while IFS='|' read -r _ number prompt seconds aspect options _ brand _; do
  number=$(echo $number) seconds=$(echo $seconds) aspect=$(echo $aspect) prompt=$(sed 's/^ *//; s/ *$//' <<<"$prompt")
  wanted "$number" "$@" || continue
  read -ra options <<<"${options//\`/}"
  film=$films/$number.mp4 report=$films/$number.json witness=$films/$number.witness.json
  if ! "$app" generate "$prompt" --duration "$seconds" --aspect "$aspect" ${options[@]+"${options[@]}"} --data "$films/data" --out "$film" --json >"$report" 2>"$films/$number.log" </dev/null; then
    echo "$number: no film"
    tail -n 3 "$films/$number.log"
    failures=$((failures + 1))
    continue
  fi

  good=1
  "$root/eng/check-film.sh" --json "$witness" "$film" "$(size_of "$aspect")" "$seconds" >"$films/$number.check" </dev/null || { grep FAIL "$films/$number.check"; good=0; }
  agree duration_error_seconds 0.002 && agree av_drift_seconds 0.002 && agree loudness_lufs 0.1 && agree true_peak_dbtp 0.1 && agree black_frames 0 &&
    agree longest_freeze_seconds 0.5 && agree bitrate_kbps 1 && agree faststart 0 && agree keyframe_gap_seconds 0.01 || good=0
  [ "$(value_of passed "$report")" = true ] || { echo "  its own report has findings"; good=0; }
  sheet "$film" "$aspect" "$sheets/$number.jpg"
  printf '%2s %s %s\n' "$number" "$([ $good = 1 ] && echo "passed" || echo "FAILED")" "$(echo $brand)"
  [ $good = 1 ] || failures=$((failures + 1))
done < <(grep -E '^\| [0-9]+ \|' "$root/docs/gallery.md")

if [ $failures -gt 0 ]; then
  echo "$failures films failed; their logs are in $films"
  exit 1
fi
echo "All films passed, and both reports agree. Films: $films"
