-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

CREATE TABLE api_key (
  id           VARCHAR(16) PRIMARY KEY,
  name         VARCHAR(400) NOT NULL,
  hash         VARCHAR(64) NOT NULL UNIQUE,
  scopes       VARCHAR(200) NOT NULL,
  created_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  created_by   VARCHAR(80) NOT NULL,
  expires_at   TIMESTAMP(3) WITH TIME ZONE,
  revoked_at   TIMESTAMP(3) WITH TIME ZONE,
  last_used_at TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX api_key_by_time ON api_key (created_at, id);

CREATE SEQUENCE one_time_code_id START WITH 50 INCREMENT BY 50;

CREATE TABLE one_time_code (
  id         BIGINT PRIMARY KEY,
  phone      VARCHAR(16) NOT NULL,
  purpose    VARCHAR(60) NOT NULL,
  hash       VARCHAR(64) NOT NULL,
  expires_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  tries      INTEGER NOT NULL,
  used       BOOLEAN NOT NULL
);
CREATE INDEX one_time_code_by_phone ON one_time_code (phone, purpose, id);
CREATE INDEX one_time_code_by_expiry ON one_time_code (expires_at);

-- How often something was tried within its present window.
CREATE TABLE attempt (
  subject        VARCHAR(80) PRIMARY KEY,
  count          INTEGER NOT NULL,
  window_ends_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX attempt_by_end ON attempt (window_ends_at);
