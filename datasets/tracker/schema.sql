-- project tracker
create table teams (
    id serial primary key,
    name varchar(60) not null,
    office varchar(40) not null,
    created_on date
);

create table people (
    id serial primary key,
    full_name varchar(80) not null,
    email varchar(120) not null unique,
    team_id int references teams (id),
    manager_id int references people (id),
    job_title varchar(60) not null,
    start_date date not null,
    hourly_rate numeric(6,2) not null,
    is_contractor boolean not null default false,
    is_active boolean not null default true
);

create table projects (
    id serial primary key,
    code varchar(6) not null unique,
    name varchar(80) not null,
    team_id int not null,           -- no constraint
    owner_id int,                   -- people.id, no constraint
    status varchar(20) not null,
    budget numeric(12,2),
    start_date date not null,
    deadline date,
    is_internal boolean not null
);

create table sprints (
    id serial primary key,
    project_id int not null references projects (id),
    name varchar(60) not null,
    start_date date not null,
    end_date date not null,
    state varchar(10) not null,
    velocity int
);

create table releases (
    project_id int not null references projects (id),
    version varchar(12) not null,
    released_on date,
    is_hotfix boolean not null default false,
    downloads int not null default 0,
    primary key (project_id, version)
);

create table issues (
    id serial primary key,
    project_id int not null references projects (id),
    title varchar(160) not null,
    issue_type varchar(12) not null,
    priority varchar(10) not null,
    status varchar(16) not null,
    reporter_id int references people (id),
    assignee_id int references people (id),
    sprint_id int references sprints (id),
    parent_id int references issues (id),
    story_points int,
    estimate_hours numeric(6,1),
    created_at timestamp not null,
    resolved_at timestamp,
    due_date date
);

create table labels (
    id serial primary key,
    name varchar(40) not null unique,
    color varchar(10)
);

create table issue_labels (
    issue_id int not null,
    label_id int not null,
    primary key (issue_id, label_id)
);

create table comments (
    id serial primary key,
    issue_id int not null,
    author_id int not null,         -- people.id
    body text not null,
    created_at timestamp not null
);

create table worklogs (
    id serial primary key,
    issue_id int not null,
    person_id int not null,
    work_date date not null,
    hours numeric(4,2) not null,
    is_billable boolean not null
);

create table attachments (
    id serial primary key,
    issue_id int not null,
    file_name varchar(120) not null,
    size_kb int not null,
    uploaded_at timestamp not null
);
