#!/usr/bin/env bash
# A market day of STEPS (6000) at two servers behind nginx with one PostgreSQL, while one of the servers is killed every
# few seconds and started again: in the end the model and the database must agree, and the audit log must verify. Prints
# how often one was killed. Needs Maven, nginx and PostgreSQL's programs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -B -ntp verify -Dit.test=TwoServersIT -Dtest=DatabaseAddressTest -Dvoicepact.market.steps="${STEPS:-6000}" |
  grep -E '^Two servers|Tests run|ERROR|BUILD'
