-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- The people in the office. Their login names are here in lower case.
CREATE TABLE operator (
  id            VARCHAR(16) PRIMARY KEY,
  name          VARCHAR(40) NOT NULL UNIQUE,
  display_name  VARCHAR(400) NOT NULL,
  role          VARCHAR(10) NOT NULL,
  language      VARCHAR(2) NOT NULL,
  -- None where the operator signs in at an OpenID provider, where the next column has a digest of who that is.
  password_hash VARCHAR(200),
  subject       VARCHAR(64) UNIQUE,
  active        BOOLEAN NOT NULL,
  created_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- Who is signed in. The token itself is with the browser alone, here is its SHA-256.
CREATE TABLE operator_session (
  token_hash   VARCHAR(64) PRIMARY KEY,
  operator_id  VARCHAR(16) NOT NULL REFERENCES operator (id),
  created_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  -- To some minutes.
  last_used_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  ends_at      TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX operator_session_by_operator ON operator_session (operator_id);
CREATE INDEX operator_session_by_end ON operator_session (ends_at);

-- The link by which the first administrator of an installation for development is made: one row, or none.
CREATE TABLE first_administrator (
  id         INTEGER PRIMARY KEY,
  token_hash VARCHAR(64) NOT NULL,
  ends_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
