#!/usr/bin/env bash
# eng/check-film.sh FILE WIDTHxHEIGHT SECONDS
# Says of a film what ffprobe, EBU R128 and its own bytes say, one line a check, and exits 1 when anything is not as a finished ad must be.
# A judge from outside: it shares no code with the product.
set -euo pipefail
if [ $# -ne 3 ] || [ ! -f "$1" ]; then
  echo "usage: eng/check-film.sh FILE WIDTHxHEIGHT SECONDS, such as: eng/check-film.sh ad.mp4 1080x1920 30" >&2
  exit 2
fi
file=$1 frame=$2 seconds=$3 failures=0

report() { # NAME FOUND WANTED OK?
  if [ "$4" = 1 ]; then printf 'ok    %-22s %s\n' "$1" "$2"; else
    printf 'FAIL  %-22s %s, wanted %s\n' "$1" "$2" "$3"
    failures=$((failures + 1))
  fi
}
equal() { if [ "$2" = "$3" ]; then report "$1" "$2" "$3" 1; else report "$1" "${2:-nothing}" "$3" 0; fi; }
near() { # NAME FOUND WANTED TOLERANCE UNIT
  local ok
  ok=$(awk -v a="${2:-x}" -v b="$3" -v t="$4" 'BEGIN { if (a !~ /^-?[0-9.]+$/) { print 0; exit } d = a - b; if (d < 0) d = -d; print (d <= t + 1e-9) ? 1 : 0 }')
  report "$1" "${2:-nothing} $5" "$3 +- $4 $5" "$ok"
}
stream() { ffprobe -v error -select_streams "$1:0" -show_entries "stream=$2" -of default=noprint_wrappers=1:nokey=1 "$file" | head -n 1; }

# The picture.
equal 'video codec' "$(stream v codec_name)" h264
equal 'video profile' "$(stream v profile)" High
equal 'pixel format' "$(stream v pix_fmt)" yuv420p
equal 'frame size' "$(stream v width)x$(stream v height)" "$frame"
case $(stream v sample_aspect_ratio) in 1:1 | N/A) report 'pixel shape' square square 1 ;; *) report 'pixel shape' "$(stream v sample_aspect_ratio)" 1:1 0 ;; esac
equal 'frame rate' "$(stream v r_frame_rate)" 30/1
equal 'average frame rate' "$(stream v avg_frame_rate)" 30/1
for part in color_primaries color_transfer color_space; do equal "$part" "$(stream v $part)" bt709; done
near 'video length' "$(stream v duration)" "$seconds" 0.1 s
near 'film length' "$(ffprobe -v error -show_entries format=duration -of default=noprint_wrappers=1:nokey=1 "$file")" "$seconds" 0.1 s
gap=$(ffprobe -v error -select_streams v:0 -skip_frame nokey -show_entries frame=pts_time -of csv=p=0 "$file" |
  awk -F, -v end="$seconds" '{ if (NR > 1 && $1 - last > most) most = $1 - last; last = $1 } END { if (end - last > most) most = end - last; printf "%.3f", most }')
report 'keyframes' "one every $gap s or sooner" "one every 2 s" "$(awk -v g="$gap" 'BEGIN { print (g <= 2.05) ? 1 : 0 }')"

# The sound.
equal 'audio codec' "$(stream a codec_name)" aac
equal 'audio rate' "$(stream a sample_rate)" 48000
equal 'audio channels' "$(stream a channels)" 2
near 'audio length' "$(stream a duration)" "$seconds" 0.1 s

# Everything decodes, and how loud it is: one pass.
listening=$(ffmpeg -hide_banner -nostdin -xerror -i "$file" -af ebur128=peak=true -f null - 2>&1) && decodes=1 || decodes=0
report decodes "$([ "$decodes" = 1 ] && echo "to its end" || echo "not to its end")" "to its end" "$decodes"
summary=$(printf '%s\n' "$listening" | sed -n '/Summary:/,$p')
near 'loudness' "$(printf '%s\n' "$summary" | awk '$1 == "I:" { print $2; exit }')" -14 1 LUFS
peak=$(printf '%s\n' "$summary" | awk '$1 == "Peak:" { print $2; exit }')
report 'true peak' "${peak:-unknown} dBTP" 'at most -1 dBTP' "$(awk -v p="${peak:-9}" 'BEGIN { print (p ~ /inf/ || p <= -1) ? 1 : 0 }')"

# The boxes of the file: a player on the web starts at once only when moov stands before mdat.
boxes() {
  local at=0 size kind length
  length=$(wc -c <"$file")
  while [ $((at + 8)) -le "$length" ]; do
    # shellcheck disable=SC2046
    set -- $(od -An -v -tu1 -j "$at" -N 16 "$file")
    size=$(((($1 * 256 + $2) * 256 + $3) * 256 + $4))
    # shellcheck disable=SC2059
    kind=$(printf "\\$(printf %o "$5")\\$(printf %o "$6")\\$(printf %o "$7")\\$(printf %o "$8")")
    if [ "$size" = 1 ]; then size=$(((((${13} * 256 + ${14}) * 256 + ${15}) * 256) + ${16})); fi
    if [ "$size" = 0 ]; then size=$((length - at)); fi
    [ "$size" -ge 8 ] || { printf '%s broken' "$kind"; return; }
    printf '%s ' "$kind"
    at=$((at + size))
  done
}
order=$(boxes)
case " $order" in *" moov "*" mdat "*) report 'box order' "${order% }" 'moov before mdat' 1 ;; *) report 'box order' "$order" 'moov before mdat' 0 ;; esac

if [ $failures -gt 0 ]; then
  echo "$file: $failures checks failed"
  exit 1
fi
echo "$file: all checks passed"
