-- What teams let language models see, and every call to one. No key to teams: the log outlives them.

ALTER TABLE teams
    ADD COLUMN model_sharing    text NOT NULL DEFAULT 'values' CHECK (model_sharing IN ('values', 'schema', 'nothing')),
    ADD COLUMN model_budget_usd numeric(12, 6) CHECK (model_budget_usd >= 0);

COMMENT ON COLUMN teams.model_sharing IS 'What may leave for a language model beside the question: values, schema alone, nothing';
COMMENT ON COLUMN teams.model_budget_usd IS 'What the team may spend on language models in a month; NULL means what the operator lets every team spend';

CREATE TABLE model_calls (
    call_id       uuid           PRIMARY KEY,
    team_id       text           NOT NULL,
    query_id      uuid,
    sent_at       timestamptz    NOT NULL,
    model         text           NOT NULL,
    request_head  text           NOT NULL,
    request_body  text           NOT NULL,
    outcome       text,
    status        smallint,
    input_tokens  integer        NOT NULL DEFAULT 0,
    output_tokens integer        NOT NULL DEFAULT 0,
    cost_usd      numeric(12, 6) NOT NULL DEFAULT 0,
    counted_usd   numeric(12, 6) NOT NULL,
    duration_us   bigint
);

CREATE INDEX model_calls_team_idx ON model_calls (team_id, sent_at DESC);
CREATE INDEX model_calls_query_idx ON model_calls (query_id) WHERE query_id IS NOT NULL;
CREATE INDEX model_calls_sent_at_idx ON model_calls (sent_at);

COMMENT ON TABLE model_calls IS 'Every byte that was sent to a language model, kept before it was sent; what it cost';
COMMENT ON COLUMN model_calls.request_head IS 'Method, address and headers; the key is masked';
COMMENT ON COLUMN model_calls.outcome IS 'NULL while it runs, and when the server died over it';
COMMENT ON COLUMN model_calls.counted_usd IS 'What it counts as in the month''s budget: the most it can cost until it is known better';
