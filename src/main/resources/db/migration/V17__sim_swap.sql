-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- That somebody was asked whether the card of a number was replaced; kept for a month. The number stands here as a keyed
-- digest.
CREATE TABLE sim_swap_question (
  id         VARCHAR(64) PRIMARY KEY,
  phone      VARCHAR(32) NOT NULL,
  asked_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  -- By which the answer names it, once the question was taken.
  request_id VARCHAR(100)
);
CREATE INDEX sim_swap_question_by_phone ON sim_swap_question (phone, asked_at);
CREATE INDEX sim_swap_question_by_time ON sim_swap_question (asked_at);

-- An answer may be here before it is known to which question.
CREATE TABLE sim_swap_answer (
  request_id  VARCHAR(100) PRIMARY KEY,
  answer      VARCHAR(10) NOT NULL,
  swapped_at  TIMESTAMP(3) WITH TIME ZONE,
  answered_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX sim_swap_answer_by_time ON sim_swap_answer (answered_at);
