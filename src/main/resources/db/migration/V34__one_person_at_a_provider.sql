-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- What stands for the subject of an operator's tokens, where the operator signs in at an OpenID provider.
ALTER TABLE operator ADD COLUMN token_subject VARCHAR(32);

-- It is known from the next time on that they sign in; until then one person could count as two.
DELETE FROM operator_session WHERE operator_id IN (SELECT id FROM operator WHERE subject IS NOT NULL);

-- They and tokens may be named otherwise now. It is to be said again.
DELETE FROM payment_approval
  WHERE person LIKE 'token:%' OR person IN (SELECT 'operator:' || id FROM operator WHERE subject IS NOT NULL);
