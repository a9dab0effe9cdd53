# Sourced by run.sh: whole contracts by SQL, one version and two parties each. The number of a party is +2547 and twice
# the contract's number, plus its position, in eight digits.

contracts() { # folder of a database that no server has open, status, first, last
  local status=$2 answer=CONFIRMED expires="TIMESTAMP WITH TIME ZONE '2021-01-01 00:00:00+00'"
  if [ "$status" = PENDING ]; then
    answer=PENDING
    expires="DATEADD('DAY', 30, CURRENT_TIMESTAMP)"
  fi
  sql "$1" <<SQL
INSERT INTO contract (id, type, status, version, created_at, expires_at, updated_at, revision)
  SELECT 'AG-2020-' || LPAD(CAST(n AS VARCHAR), 6, '0'), 'AGRICULTURAL_SUPPLY', '$status', 1,
         DATEADD('SECOND', n, TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00'), $expires,
         TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00', 0
  FROM SYSTEM_RANGE($3, $4) AS numbers(n);
INSERT INTO contract_version (contract_id, number, created_at, expires_at, total_amount, currency, terms, canonical, hash, hash_algorithm)
  SELECT 'AG-2020-' || LPAD(CAST(n AS VARCHAR), 6, '0'), 1,
         DATEADD('SECOND', n, TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00'), $expires, 350000, 'KES',
         '{"product":"Maize, grade 1","quantity":100,"unit":"bags","total_amount":350000.00,"delivery_deadline":"2026-12-31"}',
         X'7b7d', LPAD(CAST(n AS VARCHAR), 64, '0'), 'BLAKE2B'
  FROM SYSTEM_RANGE($3, $4) AS numbers(n);
INSERT INTO party (id, contract_id, position, role, name, phone, commitment_key, commitment, confirmation)
  SELECT 1000000000 + 2 * n + p, 'AG-2020-' || LPAD(CAST(n AS VARCHAR), 6, '0'), p,
         CASE p WHEN 0 THEN 'SELLER' ELSE 'BUYER' END, 'Party', '+2547' || LPAD(CAST(n * 2 + p AS VARCHAR), 8, '0'),
         X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', LPAD(CAST(n * 2 + p AS VARCHAR), 64, '0'), '$answer'
  FROM SYSTEM_RANGE($3, $4) AS numbers(n), SYSTEM_RANGE(0, 1) AS positions(p);
SQL
}
