#!/usr/bin/env bash
# GET /contracts/{id} with AUTH_MODE=jwt and limits on, beside the same with AUTH_MODE=open and limits off: two
# servers on one machine, measured by turns. Needs wrk, curl, bc and the packaged server (mvn package).
set -euo pipefail
. "$(dirname "$0")/server.sh"

make_contract() { # address, curl's options ...
  local address=$1
  shift
  curl -fsS "$@" -H 'Content-Type: application/json' "$address/api/v1/contracts/create/manual" -d '{
    "product": "Maize", "total_amount": 350000, "parties": [
      {"role": "seller", "phone_number": "+254712555001"}, {"role": "buyer", "phone_number": "+254722555002"}]}' |
    sed 's/.*"contract_id":"\([^"]*\)".*/\1/'
}

key=$(openssl rand -hex 32)
# More than the measurement can reach, so that every request is counted and none is refused.
start jwt AUTH_MODE=jwt API_KEY="$key" RATE_LIMIT_DEFAULT=90000000/day
start open AUTH_MODE=open RATE_LIMIT_DEFAULT=off
token=$(curl -fsS -X POST -H "X-API-Key: $key" "${url[jwt]}/api/v1/auth/token" |
  sed 's/.*"access_token":"\([^"]*\)".*/\1/')
bearer="Authorization: Bearer $token"
jwt=${url[jwt]}/api/v1/contracts/$(make_contract "${url[jwt]}" -H "$bearer")
open=${url[open]}/api/v1/contracts/$(make_contract "${url[open]}")

for _ in 1 2 3 4; do # warm-up
  rate "$jwt" -H "$bearer" > /dev/null
  rate "$open" > /dev/null
done
for round in 1 2 3 4 5; do
  with=$(rate "$jwt" -H "$bearer")
  without=$(rate "$open")
  echo "round $round: jwt and limits $with/s, open $without/s, ratio $(echo "scale=3; $with / $without" | bc)"
done
