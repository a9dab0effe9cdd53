#!/usr/bin/env bash
# GET /contracts?limit=50 with 1,000 and with 100,000 contracts, each beside a constant answer of the same
# server in the same run. Needs wrk, curl and the packaged server (mvn package). Ends by itself.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
seconds=${SECONDS_EACH:-10}
connections=${CONNECTIONS:-16}
work=$(mktemp -d)
server=
stop() { [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; server=; }
trap 'stop; rm -rf "$work"' EXIT

wlp=$root/target/liberty/wlp
h2=$(ls "$root"/target/package/usr/servers/defaultServer/lib/h2-*.jar)
mkdir -p "$work/usr/servers"
cp -r "$root/target/package/usr/servers/defaultServer" "$work/usr/servers/"
port=$(( 20000 + RANDOM % 20000 ))
api=http://localhost:$port

start() {
  mapfile -t options < <(grep -hv -e '^#' -e '^$' "$work/usr/servers/defaultServer/jvm.options" "$wlp/lib/platform/java/java9.options")
  WLP_USER_DIR=$work/usr HTTP_PORT=$port DATA_DIR=$work/data RATE_LIMIT_DEFAULT=off java "${options[@]}" \
    -javaagent:"$wlp/bin/tools/ws-javaagent.jar" -Djava.awt.headless=true \
    -jar "$wlp/bin/tools/ws-server.jar" defaultServer > "$work/console.log" 2>&1 &
  server=$!
  for _ in $(seq 240); do
    curl -fs -o /dev/null "$api/health/ready" && curl -fs -o /dev/null "$api/" && return
    sleep 0.5
  done
  cat "$work/console.log"; exit 1
}

# Whole contracts by SQL: one version and two parties each, none pending.
fill() {
  java -cp "$h2" org.h2.tools.RunScript -user voicepact -script /dev/stdin \
    -url "jdbc:h2:file:$work/data/voicepact;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" <<SQL
INSERT INTO contract (id, type, status, version, created_at, expires_at, updated_at, revision)
  SELECT 'AG-2020-' || LPAD(CAST(n AS VARCHAR), 6, '0'), 'AGRICULTURAL_SUPPLY', 'CONFIRMED', 1,
         DATEADD('SECOND', n, TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00'),
         TIMESTAMP WITH TIME ZONE '2021-01-01 00:00:00+00', TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00', 0
  FROM SYSTEM_RANGE($1, $2) AS numbers(n);
INSERT INTO contract_version (contract_id, number, created_at, expires_at, total_amount, currency, terms, canonical, hash, hash_algorithm)
  SELECT id, 1, created_at, expires_at, 350000, 'KES',
         '{"product":"Maize, grade 1","quantity":100,"unit":"bags","total_amount":350000.00,"delivery_deadline":"2026-12-31"}',
         X'7b7d', RPAD(id, 64, '0'), 'BLAKE2B'
  FROM contract WHERE id BETWEEN 'AG-2020-' || LPAD('$1', 6, '0') AND 'AG-2020-' || LPAD('$2', 6, '0');
INSERT INTO party (id, contract_id, position, role, name, phone, commitment_key, commitment, confirmation)
  SELECT 1000000000 + 2 * n + p, 'AG-2020-' || LPAD(CAST(n AS VARCHAR), 6, '0'), p,
         CASE p WHEN 0 THEN 'SELLER' ELSE 'BUYER' END, 'Party', '+2547' || LPAD(CAST(n * 2 + p AS VARCHAR), 8, '0'),
         X'00', RPAD('', 64, '0'), 'CONFIRMED'
  FROM SYSTEM_RANGE($1, $2) AS numbers(n), SYSTEM_RANGE(0, 1) AS positions(p);
SQL
}

rate() { wrk -t2 -c"$connections" -d"${seconds}s" "$1" | awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "errors:" $0 > "/dev/stderr"}'; }

measure() {
  rate "$api/api/v1/contracts?limit=50" > /dev/null # warm-up
  rate "$api/api/v1/contracts?limit=50" > /dev/null
  for round in 1 2 3; do
    constant=$(rate "$api/")
    list=$(rate "$api/api/v1/contracts?limit=50")
    echo "$1 contracts, round $round: list $list/s, constant $constant/s, ratio $(echo "scale=3; $list / $constant" | bc)"
  done
}

start; stop                       # makes the schema
fill 1 1000;        start; measure 1000;   stop
fill 1001 100000;   start; measure 100000; stop
