#!/usr/bin/env bash
# POST /sms/webhook at a steady rate (RATE=200 calls a second for SECONDS_EACH=60), each call's time counted from when it
# was due; beside it the most that the same server answers with 16 connections. The messages go to the gateway log.
# Client and server share the machine. Needs curl and the packaged server (mvn package).
set -euo pipefail
SECONDS_EACH=${SECONDS_EACH:-60}
. "$(dirname "$0")/server.sh"
start sms RATE_LIMIT_DEFAULT=off RATE_LIMIT_CREATE=off SMS_UNASKED_LIMIT=off SMS_DAILY_LIMIT=off
java bench/SmsWebhookRate.java "${url[sms]}" "${pid[sms]}" "${RATE:-200}" "$seconds"
