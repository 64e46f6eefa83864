-- A version may say again what an earlier one said: what was taught since is taken back.
ALTER TABLE source_semantics ADD COLUMN restores integer CHECK (restores >= 0 AND restores < version);

COMMENT ON COLUMN source_semantics.restores IS 'The version whose document this is again; 0 for nothing taught; NULL for what was taught newly';
