#!/usr/bin/env bash
# eng/check-deployment.sh : builds the image, runs it, brings deploy/compose.yaml up, makes an ad there while one orchestrator is killed, and
# takes everything down again. Needs a Docker engine; exit code 77 when there is none. One line a check.
#   DOCKER_BUILD_FLAGS   more flags for docker build, such as: --network host
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
if ! docker info >/dev/null 2>&1; then
  echo "No Docker engine answers here; nothing was checked." >&2
  exit 77
fi

work=$(mktemp -d)
project=reelwright-check-$$
first=${ORCHESTRATOR_1_PORT:-18000} second=${ORCHESTRATOR_2_PORT:-18010}

pass() { echo "ok    $*"; }
fail() {
  echo "FAIL  $*"
  exit 1
}

# Debian's docker-compose 1.29 does not accept `name:` and the long form of env_file; newer versions get the file as it is.
compose() {
  if docker compose version >/dev/null 2>&1; then
    docker compose --project-name "$project" --file "$work/deploy/compose.yaml" "$@"
  else
    docker-compose --project-name "$project" --file "$work/deploy/compose.yaml" "$@"
  fi
}

stop() {
  [ -e "$work/deploy/compose.yaml" ] && (cd "$work/deploy" && compose down --volumes --timeout 5) >"$work/down.log" 2>&1
  rm -rf "$work"
}
trap stop EXIT

# until_true SECONDS COMMAND... : repeats the command until it succeeds or the time is up.
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || return 1
    sleep 1
  done
}

build() { # build IMAGE DOCKERFILE CONTEXT
  # shellcheck disable=SC2086
  docker build ${DOCKER_BUILD_FLAGS:-} --tag "$1" --file "$2" "$3" >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log"; fail "$1 can't be built"; }
}

# 1. The image.
build reelwright "$root/deploy/Dockerfile" "$root"
size=$(($(docker image inspect --format '{{.Size}}' reelwright) / 1000000))
pass "the image is built, $size MB"
user=$(docker run --rm --entrypoint id reelwright -u)
[ "$user" != 0 ] || fail "the image runs as root"
pass "it runs as user $user"
docker run --rm --read-only --tmpfs /tmp --network none --env HOME= reelwright doctor >"$work/doctor.log" 2>&1 || { cat "$work/doctor.log"; fail "doctor finds a fault"; }
pass "doctor finds nothing missing, with a read-only root and without HOME"

# 2. The compose file, with secrets of its own.
for image in postgres:17 rabbitmq:4; do
  name=${image%%:*}
  docker image inspect "$image" >/dev/null 2>&1 || docker pull --quiet "$image" >/dev/null 2>&1 || build "$image" "$root/eng/stand-ins/$name.Dockerfile" "$root/eng/stand-ins"
done
mkdir "$work/deploy"
if docker compose version >/dev/null 2>&1; then
  cp "$root/deploy/compose.yaml" "$work/deploy/"
else
  sed -e '/^name: /d' -e 's/^\( *env_file:\).*/\1 .env/' "$root/deploy/compose.yaml" >"$work/deploy/compose.yaml"
fi
secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }
cat >"$work/deploy/.env" <<END
SERVICE_TOKEN=$(secret)
MEDIA_SIGNING_KEY=$(secret)$(secret)
POSTGRES_PASSWORD=$(secret)
RABBITMQ_PASSWORD=$(secret)
MEDIA_URL=http://127.0.0.1:$first/media
ORCHESTRATOR_1_PORT=$first
ORCHESTRATOR_2_PORT=$second
END
cd "$work/deploy"
compose up --detach --no-build >"$work/up.log" 2>&1 || { tail -n 20 "$work/up.log"; fail "compose can't bring it up"; }
for port in "$first" "$second"; do
  until_true 180 curl --fail --silent --max-time 5 "http://127.0.0.1:$port/health/ready" || { compose logs --tail 20; fail "the orchestrator on port $port is not ready after 180 s"; }
done
curl --silent "http://127.0.0.1:$first/health" | grep -q '"signals":"connected"' || fail "the orchestrators are not connected to RabbitMQ"
pass "compose brings PostgreSQL, RabbitMQ, two orchestrators and four services up"

# 3. An ad, while an orchestrator dies.
job=$(curl --fail --silent --max-time 10 "http://127.0.0.1:$first/api/v1/generate-ad" --header 'Content-Type: application/json' \
  --data '{"prompt": "An ad for luxury watches, made by Aurora in Geneva", "duration": 15, "aspect_ratio": "1:1"}' | sed -n 's/.*"job_id":"\([^"]*\)".*/\1/p')
[ -n "$job" ] || fail "no job was created"
docker kill "$(compose ps -q orchestrator-1)" >/dev/null
is() { curl --silent --max-time 5 "http://127.0.0.1:$second/api/v1/jobs/$job" | grep -q "\"status\":\"$1\""; }
until_true 300 is completed || { curl --silent "http://127.0.0.1:$second/api/v1/jobs/$job"; compose logs --tail 20; fail "job $job is not completed after 300 s"; }
pass "an ad is made although orchestrator-1 was killed"
compose start orchestrator-1 >/dev/null 2>&1
until_true 60 curl --fail --silent --max-time 5 "http://127.0.0.1:$first/health/ready" || fail "orchestrator-1 does not come back"
film=$(curl --silent "http://127.0.0.1:$first/api/v1/jobs/$job" | sed -n 's/.*"result":{"video_url":"\([^"]*\)".*/\1/p' | sed 's/\\u0026/\&/g')
curl --fail --silent --max-time 60 --output "$work/film.mp4" "$film" || fail "the film can't be fetched from $film"
head -c 12 "$work/film.mp4" | grep -q ftyp || fail "what was fetched is no MP4"
pass "the film is fetched from the orchestrator that was killed: $(stat -c %s "$work/film.mp4") bytes"
