#!/bin/sh
# PostgreSQL's image runs it once, when its folder is empty: the database with its owner, to whom the tables belong, and the
# user that the servers work with, who can add to the evidence and not change it. Neither is a superuser.
set -eu
secrets=${SECRETS:-/run/secrets}
psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set owner="$(cat "$secrets/owner")" --set server="$(cat "$secrets/server")" << 'SQL'
CREATE ROLE voicepact LOGIN PASSWORD :'owner';
CREATE ROLE server LOGIN PASSWORD :'server';
CREATE DATABASE voicepact OWNER voicepact ENCODING 'UTF8' TEMPLATE template0;
SQL
