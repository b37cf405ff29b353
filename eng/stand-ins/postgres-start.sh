#!/usr/bin/env bash
# Makes the database at the first start, as the official image does, and serves it.
set -euo pipefail
if [ ! -e "$PGDATA/PG_VERSION" ]; then
  initdb --username "$POSTGRES_USER" --pwfile <(printf '%s' "$POSTGRES_PASSWORD") --auth-host scram-sha-256 --auth-local trust >/dev/null
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  pg_ctl --wait -o "-c listen_addresses= -k /tmp" start >/dev/null
  psql -h /tmp -U "$POSTGRES_USER" -d postgres -c "CREATE DATABASE \"$POSTGRES_DB\"" >/dev/null
  pg_ctl --wait -m fast stop >/dev/null
fi
exec postgres -c listen_addresses='*' -k /var/run/postgresql
