create table language (
  language_code char(2) primary key,
  name text not null unique
);

create table level (
  level_code varchar(2) primary key,
  title text not null,
  position smallint not null
);
comment on table level is 'Levels of the European framework, A1 to C2';

create table teacher (
  teacher_id integer primary key,
  full_name text not null,
  email text,
  native_language char(2) not null references language (language_code),
  contract text not null check (contract in ('permanent', 'part-time', 'freelance')),
  hourly_rate numeric(6,2) not null,
  hired_on date not null,
  mentor_id integer references teacher (teacher_id)
);
comment on column teacher.mentor_id is 'Experienced colleague who looks after this teacher';

create table room (
  room_id integer primary key,
  room_name text not null unique,
  floor smallint not null,
  seats smallint not null,
  has_projector boolean not null
);

create table course (
  course_id integer primary key,
  title text not null,
  language_code char(2) not null references language (language_code),
  level_code varchar(2) not null references level (level_code),
  focus text not null check (focus in ('general', 'business', 'conversation', 'exam preparation')),
  total_lessons smallint not null,
  price numeric(7,2) not null
);
comment on column course.price is 'List price in pounds';

create table class (
  class_id integer primary key,
  class_code varchar(10) not null unique,
  course_id integer not null references course (course_id),
  teacher_id integer not null references teacher (teacher_id),
  room_id integer references room (room_id),
  delivery text not null check (delivery in ('in person', 'online')),
  starts_on date not null,
  ends_on date not null,
  max_students smallint not null,
  status text not null check (status in ('planned', 'running', 'finished', 'cancelled'))
);
comment on column class.room_id is 'Empty for online classes';

create table student (
  student_id integer primary key,
  first_name text not null,
  last_name text not null,
  email text,
  phone text,
  birth_date date,
  city text not null,
  home_country text not null,
  registered_on date not null,
  referred_by integer references student (student_id)
);
comment on column student.referred_by is 'Student who recommended the school';

create table enrolment (
  enrolment_id integer primary key,
  student_id integer not null references student (student_id),
  class_id integer not null references class (class_id),
  enrolled_on date not null,
  fee numeric(7,2) not null,
  discount numeric(7,2) not null default 0,
  status text not null check (status in ('active', 'completed', 'withdrawn')),
  unique (student_id, class_id)
);
comment on column enrolment.fee is 'Before discount';

create table payment (
  payment_id integer primary key,
  enrolment_id integer not null references enrolment (enrolment_id),
  paid_on date not null,
  amount numeric(7,2) not null,
  method text not null check (method in ('card', 'bank transfer', 'cash', 'direct debit'))
);

create table lesson (
  lesson_id integer primary key,
  class_id integer not null references class (class_id),
  held_on date not null,
  topic text,
  hours numeric(3,1) not null,
  status text not null check (status in ('held', 'cancelled'))
);

create table exam (
  exam_id integer primary key,
  language_code char(2) not null references language (language_code),
  level_code varchar(2) not null references level (level_code),
  exam_date date not null,
  room_id integer not null references room (room_id),
  entry_fee numeric(6,2) not null
);

create table exam_result (
  exam_id integer not null references exam (exam_id),
  student_id integer not null references student (student_id),
  score smallint not null check (score between 0 and 100),
  passed boolean not null,
  primary key (exam_id, student_id)
);
