CREATE TABLE branches (
  id integer PRIMARY KEY, name text NOT NULL UNIQUE, city text NOT NULL, opened_on date NOT NULL,
  floor_area_sqm integer NOT NULL, monthly_rent numeric(10,2) NOT NULL, has_pool boolean NOT NULL);
CREATE TABLE members (
  id integer PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, email text NOT NULL UNIQUE, phone text,
  gender text CHECK (gender IN ('female','male','other')), joined_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('active','frozen','cancelled')),
  home_branch_id integer NOT NULL REFERENCES branches(id), referred_by_id integer REFERENCES members(id));
CREATE TABLE trainers (
  id integer PRIMARY KEY, full_name text NOT NULL, branch_id integer NOT NULL REFERENCES branches(id), specialty text NOT NULL,
  hourly_rate numeric(6,2) NOT NULL, hired_on date NOT NULL, phone text);
CREATE TABLE subscriptions (
  id integer PRIMARY KEY, member_id integer NOT NULL REFERENCES members(id), plan text NOT NULL,
  monthly_fee numeric(8,2) NOT NULL, discount numeric(8,2) NOT NULL DEFAULT 0, started_on date NOT NULL, ended_on date,
  status text NOT NULL CHECK (status IN ('active','paused','ended')));
CREATE TABLE class_sessions (
  id integer PRIMARY KEY, title text NOT NULL, class_type text NOT NULL, level text NOT NULL,
  branch_id integer NOT NULL REFERENCES branches(id), trainer_id integer NOT NULL REFERENCES trainers(id),
  starts_at timestamp NOT NULL, duration_minutes integer NOT NULL, capacity integer NOT NULL);
CREATE TABLE attendances (
  class_session_id integer NOT NULL REFERENCES class_sessions(id), member_id integer NOT NULL REFERENCES members(id),
  checked_in_at timestamp NOT NULL, rating integer CHECK (rating BETWEEN 1 AND 5), PRIMARY KEY (class_session_id, member_id));
CREATE TABLE equipment_items (
  id integer PRIMARY KEY, name text NOT NULL, category text NOT NULL, brand text, branch_id integer NOT NULL REFERENCES branches(id),
  purchased_on date NOT NULL, price numeric(10,2) NOT NULL, condition text NOT NULL CHECK (condition IN ('new','good','worn','broken')));
CREATE TABLE maintenance_jobs (
  id integer PRIMARY KEY, equipment_item_id integer NOT NULL REFERENCES equipment_items(id), issue text NOT NULL,
  reported_on date NOT NULL, completed_on date, cost numeric(8,2), priority text NOT NULL CHECK (priority IN ('low','medium','high')));
CREATE TABLE payments (
  id integer PRIMARY KEY, subscription_id integer NOT NULL REFERENCES subscriptions(id), amount numeric(8,2) NOT NULL,
  paid_on date NOT NULL, method text NOT NULL CHECK (method IN ('card','direct_debit','cash','transfer')), reference text);
COMMENT ON COLUMN branches.monthly_rent IS 'Rent in pounds a month';
COMMENT ON COLUMN members.referred_by_id IS 'Member who brought this one in; NULL when nobody did';
COMMENT ON COLUMN class_sessions.capacity IS 'Places in the session';
COMMENT ON COLUMN subscriptions.discount IS 'Pounds off the monthly fee';
COMMENT ON COLUMN maintenance_jobs.completed_on IS 'NULL while the job is open';
COMMENT ON COLUMN maintenance_jobs.cost IS 'Pounds; NULL until invoiced';
