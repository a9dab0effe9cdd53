#!/usr/bin/env bash
# What the audit log costs: making contracts with it, beside a server of the same build whose entries go nowhere, by
# turns; and how fast entries that wait get their places. Needs wrk, curl, bc and the packaged server (mvn package).
set -euo pipefail
. "$(dirname "$0")/server.sh"

limits_off=(RATE_LIMIT_CREATE=off RATE_LIMIT_DEFAULT=off SMS_UNASKED_LIMIT=off SMS_DAILY_LIMIT=off)
many=${WAITING:-60000}

start without "${limits_off[@]}"
stop without
# A view in place of each table takes what is inserted and keeps nothing.
mkdir "$work/classes"
javac -cp "$h2" -d "$work/classes" bench/ForgettingTrigger.java
jar --create --file "$work/without/usr/servers/defaultServer/lib/h2-forgetting.jar" -C "$work/classes" .
sql "$work/without/data" <<'SQL'
ALTER TABLE audit_waiting RENAME TO audit_waiting_kept;
ALTER TABLE audit_entry RENAME TO audit_entry_kept;
CREATE VIEW audit_waiting AS SELECT * FROM audit_waiting_kept;
CREATE VIEW audit_entry AS SELECT * FROM audit_entry_kept;
CREATE TRIGGER forget_waiting INSTEAD OF INSERT ON audit_waiting FOR EACH ROW CALL 'ForgettingTrigger';
CREATE TRIGGER forget_entry INSTEAD OF INSERT ON audit_entry FOR EACH ROW CALL 'ForgettingTrigger';
SQL
start without "${limits_off[@]}"
start with "${limits_off[@]}"
for name in with without; do rate "${url[$name]}" -s bench/create.lua > /dev/null; done # warm-up
for round in 1 2 3 4 5; do
  with=$(rate "${url[with]}" -s bench/create.lua)
  without=$(rate "${url[without]}" -s bench/create.lua)
  echo "round $round: contracts with the log $with/s, without $without/s, ratio $(echo "scale=3; $with / $without" | bc)"
done
stop without

stop with
sql "$work/with/data" <<SQL
INSERT INTO audit_entry (id, recorded_at, actor, channel, action, subject, data, chain)
  SELECT nextval('audit_entry_id'), CURRENT_TIMESTAMP, 'system', 'SYSTEM', 'bench', 'bench', '{"n":"1"}',
  'bench' || MOD(n, $many / 6) FROM SYSTEM_RANGE(1, $many) AS numbers(n);
INSERT INTO audit_waiting (entry_id, chain) SELECT id, chain FROM audit_entry WHERE action = 'bench';
SQL
start with "${limits_off[@]}" CHECKPOINT_INTERVAL=1
head() { # size and time in milliseconds of the last signed head
  curl -fsS "${url[with]}/api/v1/audit/checkpoint" |
    awk 'NR == 2 {size = $1} /^time / {print size, $2}' |
    { read -r size time; echo "$size $(date -d "$time" +%s%3N)"; }
}
read -r from begin <<< "$(head)"
to=$from
while [ "$to" -lt "$many" ]; do
  sleep 1
  read -r to end <<< "$(head)"
done
[ "$to" -gt "$from" ] || { echo "all $to were in their places before the server answered; set WAITING higher"; exit 1; }
echo "places given: entries $from to $to in $((end - begin)) ms, $(((to - from) * 1000 / (end - begin)))/s"
