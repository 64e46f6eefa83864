-- No key to sources: what was decided outlives a source that is taken away and connected again.
CREATE TABLE source_policies (
    team_id    text        NOT NULL,
    source_id  text        NOT NULL,
    version    integer     NOT NULL CHECK (version > 0),
    document   text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (team_id, source_id, version)
);

COMMENT ON TABLE source_policies IS 'What a team opens of a source and keeps back; every version is kept, the highest is in force';
COMMENT ON COLUMN source_policies.document IS 'YAML, as it is read from people';
