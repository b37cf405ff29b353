#!/usr/bin/env bash
# eng/check-film.sh [--json REPORT] FILE WIDTHxHEIGHT SECONDS
# Checks a film with ffprobe, EBU R128 and its own bytes. Prints one line a check and exits 1 when one fails.
# With --json it also writes the measurements, under the names of result.quality. It shares no code with the product.
set -euo pipefail
json=
if [ "${1:-}" = --json ]; then
  json=${2:-}
  shift 2
fi
if [ $# -ne 3 ] || [ ! -f "$1" ]; then
  echo "usage: eng/check-film.sh [--json REPORT] FILE WIDTHxHEIGHT SECONDS, such as: eng/check-film.sh ad.mp4 1080x1920 30" >&2
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
picture=$(stream v duration) sound=$(stream a duration)
near 'video length' "$picture" "$seconds" 0.034 s
near 'film length' "$(ffprobe -v error -show_entries format=duration -of default=noprint_wrappers=1:nokey=1 "$file")" "$seconds" 0.1 s

# Packets come in decoding order: what follows a keyframe and is shown before it would need the frames before it, and the group were not closed.
read -r gap open <<EOF
$(ffprobe -v error -select_streams v:0 -show_entries packet=pts_time,flags -of csv=p=0 "$file" | awk -F, -v end="$picture" '
  $2 ~ /K/ { if (keys++ && $1 - last > most) most = $1 - last; last = $1; next }
  $1 < last { open++ }
  END { if (end - last > most) most = end - last; printf "%.3f %d\n", most, open }')
EOF
report 'keyframes' "one every $gap s or sooner" "one every 2 s" "$(awk -v g="$gap" 'BEGIN { print (g <= 2.002) ? 1 : 0 }')"
equal 'frames that reach back' "$open" 0

# The sound.
equal 'audio codec' "$(stream a codec_name)" aac
equal 'audio rate' "$(stream a sample_rate)" 48000
equal 'audio channels' "$(stream a channels)" 2
near 'sound after picture' "$(awk -v a="$sound" -v v="$picture" 'BEGIN { printf "%.3f", a - v }')" 0 0.034 s

# Everything decodes, how loud it is, and whether there is something to see: one pass. A pixel is black when its light is below 24 of 255.
watching=$(ffmpeg -hide_banner -nostdin -nostats -xerror -i "$file" -vf 'blackframe=amount=99:threshold=24,freezedetect=n=-60dB:d=0.1' -af ebur128=peak=true -f null - 2>&1) &&
  decodes=1 || decodes=0
report decodes "$([ "$decodes" = 1 ] && echo "to its end" || echo "not to its end")" "to its end" "$decodes"
summary=$(printf '%s\n' "$watching" | sed -n '/Summary:/,$p')
loudness=$(printf '%s\n' "$summary" | awk '$1 == "I:" { print $2; exit }')
peak=$(printf '%s\n' "$summary" | awk '$1 == "Peak:" { print $2; exit }')
near 'loudness' "$loudness" -14 0.5 LUFS
report 'true peak' "${peak:-unknown} dBTP" 'at most -1 dBTP' "$(awk -v p="${peak:-9}" 'BEGIN { print (p ~ /inf/ || p <= -1) ? 1 : 0 }')"
black=$(printf '%s\n' "$watching" | grep -c 'pblack:' || true)
report 'black frames' "$black" 'at most 15' "$([ "$black" -le 15 ] && echo 1 || echo 0)"
freeze=$(printf '%s\n' "$watching" | awk -v end="$picture" '
  /freeze_start:/ { start = $NF; standing = 1 }
  /freeze_end:/ { if ($NF - start > most) most = $NF - start; standing = 0 }
  END { if (standing && end - start > most) most = end - start; printf "%.2f", most }')
report 'longest freeze' "$freeze s" 'at most 1 s' "$(awk -v f="$freeze" 'BEGIN { print (f <= 1) ? 1 : 0 }')"
bitrate=$(awk -v bytes="$(wc -c <"$file")" -v s="$picture" 'BEGIN { printf "%.0f", bytes * 8 / 1000 / s }')
report 'bitrate' "$bitrate kbit/s" 'at least 516 kbit/s' "$([ "$bitrate" -ge 516 ] && echo 1 || echo 0)"

# Where it comes from: a packet of XMP with IPTC's word for it.
source=$(LC_ALL=C grep -ao 'digitalsourcetype/[A-Za-z]*' "$file" | head -n 1 | cut -d/ -f2 || true)
case $source in
  trainedAlgorithmicMedia | compositeWithTrainedAlgorithmicMedia | algorithmicMedia | composite*) report 'digital source type' "$source" 'one of IPTC' 1 ;;
  *) report 'digital source type' "${source:-nothing}" 'one of IPTC' 0 ;;
esac

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
case " $order" in *" moov "*" mdat "*) faststart=true ;; *) faststart=false ;; esac
report 'box order' "${order% }" 'moov before mdat' "$([ $faststart = true ] && echo 1 || echo 0)"

if [ -n "$json" ]; then
  # Below -69 LUFS nothing is heard.
  number() { case $1 in '' | *inf* | *nan* | -70.*) echo null ;; *) echo "$1" ;; esac; }
  cat >"$json" <<EOF
{
  "duration_error_seconds": $(awk -v v="$picture" -v s="$seconds" 'BEGIN { printf "%.3f", v - s }'),
  "av_drift_seconds": $(awk -v a="$sound" -v v="$picture" 'BEGIN { printf "%.3f", a - v }'),
  "loudness_lufs": $(number "$loudness"),
  "true_peak_dbtp": $(number "$peak"),
  "black_frames": $black,
  "longest_freeze_seconds": $freeze,
  "bitrate_kbps": $bitrate,
  "faststart": $faststart,
  "keyframe_gap_seconds": $gap
}
EOF
fi

if [ $failures -gt 0 ]; then
  echo "$file: $failures checks failed"
  exit 1
fi
echo "$file: all checks passed"
