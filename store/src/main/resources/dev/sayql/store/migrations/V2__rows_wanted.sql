-- A refinement returns as many rows at most as the question that it changes.

ALTER TABLE query_history ADD COLUMN max_rows integer NOT NULL DEFAULT 1000 CHECK (max_rows > 0);

COMMENT ON COLUMN query_history.max_rows IS 'How many rows were wanted at most';
COMMENT ON COLUMN query_history.parent_query_id IS 'The exchange that this one changes';
COMMENT ON COLUMN query_history.user_refinement IS 'What was to change; empty when a failure was to be repaired';
