-- A recruitment agency with offices in Britain, Ireland and the Netherlands: candidates, client companies, vacancies and what came of them.
-- Money is in euros throughout.

CREATE TYPE application_stage AS ENUM ('new', 'screened', 'submitted', 'interviewing', 'offered', 'hired', 'rejected', 'withdrawn');

CREATE TABLE offices (
    id        smallint PRIMARY KEY,
    name      text NOT NULL UNIQUE,
    city      text NOT NULL,
    country   text NOT NULL,
    opened_on date NOT NULL
);

CREATE TABLE recruiters (
    id            integer PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    email         text NOT NULL UNIQUE,
    job_title     text NOT NULL,
    office_id     smallint NOT NULL REFERENCES offices (id),
    mentor_id     integer REFERENCES recruiters (id),
    joined_on     date NOT NULL,
    annual_target numeric(10, 2) NOT NULL,
    is_active     boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE recruiters IS 'Consultants of the agency';
COMMENT ON COLUMN recruiters.mentor_id IS 'The colleague who shows this one the ropes';
COMMENT ON COLUMN recruiters.annual_target IS 'Fees the recruiter is to bring in a year';
COMMENT ON COLUMN recruiters.is_active IS 'False for those who have left the agency';

CREATE TABLE companies (
    id                 integer PRIMARY KEY,
    name               text NOT NULL UNIQUE,
    industry           text NOT NULL,
    city               text NOT NULL,
    country            text NOT NULL,
    headcount          integer NOT NULL,
    client_since       date NOT NULL,
    account_manager_id integer NOT NULL REFERENCES recruiters (id),
    parent_company_id  integer REFERENCES companies (id)
);
COMMENT ON TABLE companies IS 'Client companies that hire through the agency';
COMMENT ON COLUMN companies.headcount IS 'Number of people the company employs';
COMMENT ON COLUMN companies.parent_company_id IS 'The group the company belongs to; NULL when independent';

CREATE TABLE contacts (
    id                integer PRIMARY KEY,
    company_id        integer NOT NULL REFERENCES companies (id),
    full_name         text NOT NULL,
    position          text NOT NULL,
    email             text,
    phone             text,
    is_decision_maker boolean NOT NULL
);
COMMENT ON TABLE contacts IS 'People at client companies the agency deals with';

CREATE TABLE skills (
    id              smallint PRIMARY KEY,
    name            text NOT NULL UNIQUE,
    parent_skill_id smallint REFERENCES skills (id)
);
COMMENT ON COLUMN skills.parent_skill_id IS 'The broader skill; NULL at the top';

CREATE TABLE candidates (
    id              integer PRIMARY KEY,
    first_name      text NOT NULL,
    last_name       text NOT NULL,
    email           text NOT NULL UNIQUE,
    phone           text,
    city            text NOT NULL,
    country         text NOT NULL,
    current_title   text,
    expected_salary numeric(9, 2),
    notice_weeks    smallint NOT NULL,
    source          text NOT NULL CHECK (source IN ('linkedin', 'job board', 'referral', 'website', 'career fair')),
    referred_by_id  integer REFERENCES candidates (id),
    registered_at   timestamptz NOT NULL,
    open_to_remote  boolean NOT NULL
);
COMMENT ON TABLE candidates IS 'Job seekers on the books';
COMMENT ON COLUMN candidates.expected_salary IS 'Gross yearly salary hoped for; NULL when not said';
COMMENT ON COLUMN candidates.notice_weeks IS 'Notice period in weeks; 0 when free at once';
COMMENT ON COLUMN candidates.source IS 'How the candidate came to us';

CREATE TABLE candidate_skills (
    candidate_id integer  NOT NULL REFERENCES candidates (id),
    skill_id     smallint NOT NULL REFERENCES skills (id),
    years        smallint NOT NULL,
    PRIMARY KEY (candidate_id, skill_id)
);
COMMENT ON COLUMN candidate_skills.years IS 'Years of experience with the skill';

CREATE TABLE vacancies (
    ref           text PRIMARY KEY,
    title         text NOT NULL,
    company_id    integer NOT NULL REFERENCES companies (id),
    recruiter_id  integer NOT NULL REFERENCES recruiters (id),
    contract_type text NOT NULL CHECK (contract_type IN ('permanent', 'contract', 'temporary')),
    city          text NOT NULL,
    is_remote     boolean NOT NULL,
    salary_min    numeric(9, 2) NOT NULL,
    salary_max    numeric(9, 2) NOT NULL,
    opened_on     date NOT NULL,
    closed_on     date,
    status        text NOT NULL CHECK (status IN ('open', 'on hold', 'filled', 'cancelled'))
);
COMMENT ON TABLE vacancies IS 'Jobs the agency is to fill for a company';
COMMENT ON COLUMN vacancies.recruiter_id IS 'The recruiter who works on the vacancy';
COMMENT ON COLUMN vacancies.closed_on IS 'When it was filled or cancelled; NULL before';

CREATE TABLE vacancy_skills (
    vacancy_ref  text     NOT NULL REFERENCES vacancies (ref),
    skill_id     smallint NOT NULL REFERENCES skills (id),
    is_mandatory boolean  NOT NULL,
    PRIMARY KEY (vacancy_ref, skill_id)
);

CREATE TABLE applications (
    id           integer PRIMARY KEY,
    candidate_id integer NOT NULL REFERENCES candidates (id),
    vacancy_ref  text    NOT NULL REFERENCES vacancies (ref),
    applied_at   timestamptz NOT NULL,
    stage        application_stage NOT NULL,
    UNIQUE (candidate_id, vacancy_ref)
);
COMMENT ON TABLE applications IS 'A candidate put forward for a vacancy and how far it got';

CREATE TABLE interviews (
    application_id   integer  NOT NULL REFERENCES applications (id),
    round            smallint NOT NULL CHECK (round BETWEEN 1 AND 4),
    format           text NOT NULL CHECK (format IN ('phone', 'video', 'on site')),
    interviewer_id   integer NOT NULL REFERENCES contacts (id),
    held_at          timestamptz NOT NULL,
    duration_minutes smallint NOT NULL,
    score            smallint CHECK (score BETWEEN 1 AND 10),
    PRIMARY KEY (application_id, round)
);
COMMENT ON COLUMN interviews.score IS 'Mark given by the interviewer, 10 is best; NULL when none was given';

CREATE TABLE placements (
    id             integer PRIMARY KEY,
    application_id integer NOT NULL UNIQUE REFERENCES applications (id),
    signed_on      date NOT NULL,
    start_date     date NOT NULL,
    end_date       date,
    salary         numeric(9, 2) NOT NULL,
    fee            numeric(9, 2) NOT NULL,
    fee_paid       boolean NOT NULL
);
COMMENT ON TABLE placements IS 'Candidates who got the job';
COMMENT ON COLUMN placements.end_date IS 'When the engagement ends; NULL for permanent jobs';
COMMENT ON COLUMN placements.salary IS 'Gross yearly salary agreed';
COMMENT ON COLUMN placements.fee IS 'What the company pays the agency for the placement';

CREATE TABLE activities (
    id           integer PRIMARY KEY,
    recruiter_id integer NOT NULL REFERENCES recruiters (id),
    candidate_id integer REFERENCES candidates (id),
    contact_id   integer REFERENCES contacts (id),
    kind         text NOT NULL CHECK (kind IN ('call', 'email', 'meeting')),
    logged_at    timestamptz NOT NULL,
    minutes      smallint NOT NULL,
    CHECK ((candidate_id IS NULL) <> (contact_id IS NULL))
);
COMMENT ON TABLE activities IS 'Calls, e-mails and meetings of recruiters, each with a candidate or with a contact';
