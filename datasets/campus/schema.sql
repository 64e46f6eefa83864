CREATE TABLE department (
  dept_id integer PRIMARY KEY,
  name text NOT NULL UNIQUE,
  faculty text NOT NULL,
  building text NOT NULL,
  annual_budget numeric(12,2) NOT NULL,
  head_id integer
);
CREATE TABLE lecturer (
  lecturer_id integer PRIMARY KEY,
  full_name text NOT NULL,
  email text NOT NULL UNIQUE,
  title text NOT NULL CHECK (title IN ('Professor','Senior Lecturer','Lecturer','Teaching Assistant')),
  dept_id integer NOT NULL REFERENCES department,
  hired_on date NOT NULL,
  salary numeric(10,2) NOT NULL,
  office_phone text
);
ALTER TABLE department ADD FOREIGN KEY (head_id) REFERENCES lecturer;
CREATE TABLE student (
  student_id integer PRIMARY KEY,
  first_name text NOT NULL,
  last_name text NOT NULL,
  email text NOT NULL UNIQUE,
  birth_date date,
  home_country text NOT NULL,
  degree text NOT NULL CHECK (degree IN ('bachelor','master','phd')),
  status text NOT NULL CHECK (status IN ('active','on leave','graduated','withdrawn')),
  major_dept_id integer NOT NULL REFERENCES department,
  admitted_on date NOT NULL
);
CREATE TABLE course (
  course_id integer PRIMARY KEY,
  code text NOT NULL UNIQUE,
  title text NOT NULL UNIQUE,
  dept_id integer NOT NULL REFERENCES department,
  lecturer_id integer REFERENCES lecturer,
  level text NOT NULL CHECK (level IN ('introductory','intermediate','advanced')),
  credits integer NOT NULL,
  fee_per_credit numeric(8,2) NOT NULL,
  capacity integer NOT NULL,
  prerequisite_id integer REFERENCES course
);
COMMENT ON COLUMN course.prerequisite_id IS 'Course to pass before this one; NULL when none';
CREATE TABLE enrolment (
  enrolment_id integer PRIMARY KEY,
  student_id integer NOT NULL REFERENCES student,
  course_id integer NOT NULL REFERENCES course,
  enrolled_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('enrolled','passed','failed','dropped')),
  grade numeric(5,2),
  UNIQUE (student_id, course_id)
);
COMMENT ON COLUMN enrolment.grade IS 'Final mark from 0 to 100; NULL while the course runs or when dropped';
CREATE TABLE room (
  room_id integer PRIMARY KEY,
  room_code text NOT NULL UNIQUE,
  building text NOT NULL,
  room_type text NOT NULL CHECK (room_type IN ('lecture hall','seminar room','lab','study room')),
  seats integer NOT NULL,
  has_projector boolean NOT NULL,
  wheelchair_access boolean NOT NULL
);
CREATE TABLE club (
  club_id integer PRIMARY KEY,
  club_name text NOT NULL UNIQUE,
  category text NOT NULL CHECK (category IN ('sports','arts','academic','social','volunteering')),
  founded_on date NOT NULL,
  budget numeric(9,2),
  president_id integer REFERENCES student
);
CREATE TABLE room_booking (
  booking_id integer PRIMARY KEY,
  room_id integer NOT NULL REFERENCES room,
  lecturer_id integer REFERENCES lecturer,
  club_id integer REFERENCES club,
  purpose text NOT NULL CHECK (purpose IN ('lecture','exam','meeting','event')),
  starts_at timestamptz NOT NULL,
  hours numeric(3,1) NOT NULL,
  attendees integer,
  cancelled boolean NOT NULL,
  CHECK ((lecturer_id IS NULL) <> (club_id IS NULL))
);
CREATE TABLE club_membership (
  club_id integer NOT NULL REFERENCES club,
  student_id integer NOT NULL REFERENCES student,
  joined_on date NOT NULL,
  role text NOT NULL CHECK (role IN ('member','treasurer','secretary','captain')),
  fee_paid boolean NOT NULL,
  PRIMARY KEY (club_id, student_id)
);
CREATE TABLE scholarship (
  scholarship_id integer PRIMARY KEY,
  student_id integer NOT NULL REFERENCES student,
  scheme text NOT NULL,
  amount numeric(9,2) NOT NULL,
  awarded_on date NOT NULL,
  ends_on date
);
