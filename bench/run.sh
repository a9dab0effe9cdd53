#!/usr/bin/env bash
# How fast VoicePact is, each figure beside a limit that is measured in the same run, by turns. Builds the package, starts
# servers on loopback, measures, and writes bench/RESULTS.md. About 40 minutes and then MINUTES (15) more for the memory;
# --hour watches it for an hour. Needs Maven, wrk, curl and awk. H2 on disk with WRITE_DELAY 0.
set -euo pipefail
minutes=${MINUTES:-15}
[ "${1:-}" != --hour ] || minutes=60
[ -n "${BUILT:-}" ] || (cd "$(dirname "$0")/.." && mvn -q -B package -DskipTests)
. "$(dirname "$0")/server.sh"
. bench/contracts.sh
rounds=${ROUNDS:-3}
api=(RATE_LIMIT_DEFAULT=off RATE_LIMIT_CREATE=off RATE_LIMIT_CONFIRM=off SMS_UNASKED_LIMIT=off SMS_DAILY_LIMIT=off)
pending=${PENDING:-240000}
many=${MANY:-999998}
rows=()

middle() { printf '%s\n' "$@" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
spread() { printf '%s\n' "$@" | sort -n | awk 'NR == 1 {a = $1} {b = $1} END {print a " to " b}'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.3f", a / b}'; }

row() { # what, unit, the limit's figures, those of VoicePact (lists in words), what is to be reached
  local limits ours ratios=() i
  read -ra limits <<< "$3"
  read -ra ours <<< "$4"
  for i in "${!ours[@]}"; do ratios+=("$(ratio "${ours[i]}" "${limits[i]}")"); done
  rows+=("| $1 | $(middle "${ours[@]}") $2 | $(middle "${limits[@]}") $2 | $(middle "${ratios[@]}") | $(spread "${ratios[@]}") | $5 |")
  echo "${rows[-1]}"
}

size() { curl -fsS -o /dev/null -w '%{size_download}' "$1"; }

# A path of VoicePact beside a constant of the same size; afterwards $ours and $limits.
beside_constant() { # path
  local constant
  constant=${url[api]}/constant/$(size "${url[api]}$1")
  warm_up api rate "${url[api]}$1"
  warm_up api rate "$constant"
  limits="" ours=""
  for _ in $(seq "$rounds"); do
    limits+=" $(rate "$constant")"
    ours+=" $(rate "${url[api]}$1")"
  done
}

deploy_constant() { # name
  local server=$work/$1/usr/servers/defaultServer spec=$wlp/dev/api/spec
  mkdir -p "$work/war/WEB-INF/classes" "$server/configDropins/overrides"
  javac -cp "$(ls "$spec"/io.openliberty.jakarta.restfulWS.3.1_*.jar)" -d "$work/war/WEB-INF/classes" bench/Constant.java
  jar --create --file "$server/apps/constant.war" -C "$work/war" .
  echo '<server><webApplication location="constant.war" contextRoot="/constant"/></server>' \
    > "$server/configDropins/overrides/constant.xml"
}

make_contract() {
  curl -fsS -H 'Content-Type: application/json' "${url[api]}/api/v1/contracts/create/manual" -d '{
    "product": "Maize", "total_amount": 350000, "parties": [
      {"role": "seller", "phone_number": "+254712555001"}, {"role": "buyer", "phone_number": "+254722555002"}]}' |
    sed 's/.*"contract_id":"\([^"]*\)".*/\1/'
}

plain() { # create or confirm, whose rows, first number; transactions a second
  java -cp "$h2" bench/PlainInserts.java "$(h2_url "$work/plain");WRITE_DELAY=0" "$1" "$2" "$connections" "$seconds" "$3"
}

# --- reading
prepare api
deploy_constant api
start api "${api[@]}"
created=$(make_contract)
answered=$(make_contract)
curl -fsS "${url[api]}/api/v1/sms/webhook" -d "from=%2B254712555001&id=yes&to=21512&text=YES-$answered" > /dev/null
beside_constant "/api/v1/contracts/$created"
row 'GET /contracts/{id}' '/s' "$limits" "$ours" 'at least 0.5'
stop api
cp -r "$work/api/data" "$work/plain"

contracts "$work/api/data" CONFIRMED 1 998 # and the two that were made
start api "${api[@]}"
beside_constant '/api/v1/contracts?limit=50'
row 'GET /contracts?limit=50, 1,000 contracts' '/s' "$limits" "$ours" 'at least 0.15'
few=$ours
stop api
contracts "$work/api/data" CONFIRMED 999 "$many"
start api "${api[@]}"
beside_constant '/api/v1/contracts?limit=50'
row "the same, $(( many + 2 )) contracts" '/s' "$limits" "$ours" 'at least 0.15'
row 'the same, beside 1,000 contracts' '/s' "$few" "$ours" 'at least 0.8'
stop api
rm -r "$work/api/data"

# --- writing: a database of its own for the limit, with the same contracts that wait for an answer
contracts "$work/plain" PENDING 1 "$pending"
cp -r "$work/plain" "$work/api/data"
start api "${api[@]}"
warm_up api rate "${url[api]}" -s bench/create.lua
limits="" ours="" first=1
for _ in $(seq "$rounds"); do
  rest api
  limits+=" $(plain create "$created" "$first")"
  ours+=" $(rate "${url[api]}" -s bench/create.lua)"
  first=$(( first + 1000000 ))
done
row 'create a contract' '/s' "$limits" "$ours" 'at least 0.5'

confirm() { # seconds; requests a second. Afterwards $FIRST is unused.
  wrk -t2 -c"$connections" -d"${1}s" -s bench/confirm.lua "${url[api]}" > "$work/confirm"
  # Both threads go on by two; what the faster has sent and nobody has counted is passed over.
  FIRST=$(( FIRST + $(awk '/^answered/ {print int($2 * 1.3) + 100}' "$work/confirm") ))
  awk '/Requests\/sec/ {print $2}' "$work/confirm"
}
export FIRST=1
yes=0
measured() { confirm "$1" > "$work/rate"; yes=$(( yes + $(awk '/^answered/ {print $2}' "$work/confirm") )); }
warmed() { measured "$seconds"; cat "$work/rate"; }
warm_up api warmed
limits="" ours="" first=1
for _ in $(seq "$rounds"); do
  rest api
  limits+=" $(plain confirm "$answered" "$first")"
  measured "$seconds"
  ours+=" $(cat "$work/rate")"
  first=$(( first + pending / rounds ))
done
row 'yes by SMS' '/s' "$limits" "$ours" 'at least 0.4'
stop api
kept=$(echo "SELECT 'kept ' || COUNT(*) FROM party WHERE confirmation = 'CONFIRMED' AND contract_id LIKE 'AG-2020-%';" |
  java -cp "$h2" org.h2.tools.Shell -user voicepact -password "" -url "$(h2_url "$work/api/data")" |
  sed -n 's/.*kept \([0-9]*\).*/\1/p' | tail -1)
[ "$kept" -ge "$yes" ] || { echo "of $yes answers only $kept are in the database"; exit 1; }

# --- starting, and memory: beside a server with the same features and nothing on it
mkdir -p "$work/empty/usr/servers/defaultServer"
{
  echo '<server>'
  sed -n '/<featureManager>/,/<\/featureManager>/p' server.xml
  echo '<httpEndpoint id="defaultHttpEndpoint" httpPort="${env.HTTP_PORT}" httpsPort="-1"/></server>'
} > "$work/empty/usr/servers/defaultServer/server.xml"

seconds_to() { # name, path; seconds from the start to the first 200
  local begin
  begin=$(date +%s%3N)
  launch "$1" "${api[@]}"
  await "$1" "$2"
  awk -v ms=$(( $(date +%s%3N) - begin )) 'BEGIN {print ms / 1000}' > "$work/seconds"
}
seconds_to empty /health/ready # makes what only the first start makes
stop empty
limits="" ours=""
for _ in $(seq "$rounds"); do
  seconds_to empty /health/ready
  limits+=" $(cat "$work/seconds")"
  stop empty
  seconds_to api /
  ours+=" $(cat "$work/seconds")"
  stop api
done
row 'start to the first 200' 's' "$limits" "$ours" 'at most 1.5'

megabytes() { awk '/VmRSS/ {printf "%d", $2 / 1024}' "/proc/${pid[$1]}/status"; }
hundred_thousand() { # name, address
  local requests=0
  while [ "$requests" -lt 100000 ]; do
    requests=$(( requests + $(wrk -t2 -c"$connections" -d5s "$2" | awk '/requests in/ {print $1}') ))
  done
}
launch empty; await empty /health/ready
launch api "${api[@]}"; await api /
hundred_thousand empty "${url[empty]}/health/ready"
hundred_thousand api "${url[api]}/api/v1/contracts/$created"
empty=$(megabytes empty)
full=$(megabytes api)
rows+=("| memory after 100,000 requests | $full MB | $empty MB | $(( full - empty )) MB more | | at most 150 MB more |")
echo "${rows[-1]}"
stop empty
watched=""
for _ in $(seq "$minutes"); do
  for address in "${url[api]}/api/v1/contracts/$created" "${url[api]}/api/v1/contracts?limit=50"; do
    wrk -t2 -c"$connections" -d20s "$address" > /dev/null
  done
  wrk -t2 -c"$connections" -d20s -s bench/create.lua "${url[api]}" > /dev/null
  watched+=" $(megabytes api)"
done

{
  echo '# Results'
  echo
  echo "Made by \`bench/run.sh\` at $(git log -1 --format='%h of %cs'), $rounds rounds of $seconds s each, $connections connections."
  echo "$(nproc) x $(sed -n 's/model name\s*: //p' /proc/cpuinfo | head -1), $(awk '/MemTotal/ {printf "%d GB", $2 / 1048576}' /proc/meminfo);" \
    "Linux $(uname -r); $(java -version 2>&1 | sed -n 2p); Open Liberty $(sed -n 's/^com.ibm.websphere.productVersion=//p' "$wlp/lib/versions/openliberty.properties");" \
    "$(basename "$h2" .jar) on disk, WRITE_DELAY 0; $(wrk -v 2>&1 | head -1 | cut -d' ' -f1-3)."
  echo "Load and server share the machine. Load average at the end: $(cut -d' ' -f1-3 /proc/loadavg)."
  echo
  echo '| what | VoicePact (median) | limit (median) | ratio (median) | ratio, all rounds | to be reached |'
  echo '|---|---|---|---|---|---|'
  printf '%s\n' "${rows[@]}"
  echo
  echo "Memory (MB) at the end of each of $minutes minutes of reading, listing and making contracts:$watched."
} > bench/RESULTS.md
cat bench/RESULTS.md
