#!/usr/bin/env bash
# GET /contracts?limit=50 with 1,000 and with 100,000 contracts, each beside a constant answer of the same
# server in the same run. Needs wrk, curl and the packaged server (mvn package). Ends by itself.
set -euo pipefail
. "$(dirname "$0")/server.sh"
h2=$(ls target/package/usr/servers/defaultServer/lib/h2-*.jar)

# Whole contracts by SQL: one version and two parties each, none pending.
fill() {
  java -cp "$h2" org.h2.tools.RunScript -user voicepact -script /dev/stdin \
    -url "jdbc:h2:file:$work/list/data/voicepact;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" <<SQL
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

measure() {
  rate "${url[list]}/api/v1/contracts?limit=50" > /dev/null # warm-up
  rate "${url[list]}/api/v1/contracts?limit=50" > /dev/null
  for round in 1 2 3; do
    constant=$(rate "${url[list]}/")
    list=$(rate "${url[list]}/api/v1/contracts?limit=50")
    echo "$1 contracts, round $round: list $list/s, constant $constant/s, ratio $(echo "scale=3; $list / $constant" | bc)"
  done
}

start list; stop list                      # makes the schema
fill 1 1000;        start list RATE_LIMIT_DEFAULT=off; measure 1000;   stop list
fill 1001 100000;   start list RATE_LIMIT_DEFAULT=off; measure 100000; stop list
