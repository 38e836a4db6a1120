-- Who the students are, what is known of them and since when, and the files that said so.
--
-- Personal text (names, numbers) lies in students and in the refused rows of an import; what rules read is in
-- observations, which hold ids only.

create table students (
  school_id uuid not null references schools,
  id uuid not null,
  student_id text not null check (length(student_id) between 1 and 64),
  upn text check (length(upn) = 13),
  uln text check (length(uln) = 10),
  surname text not null,
  forename text not null,
  preferred_forename text,
  date_of_birth date,
  sex text,
  reg_group text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, student_id),
  unique (school_id, upn),
  unique (school_id, uln)
);
comment on column students.student_id is 'The MIS''s own id; the row''s id where the MIS has given none';

create table observations (
  school_id uuid not null references schools,
  id uuid not null,
  student uuid not null,
  attribute text not null,
  value text not null,
  source text not null,
  observed_on date not null,
  confirmed_on date not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, student) references students (school_id, id) on delete cascade,
  check (confirmed_on >= observed_on)
);
comment on column observations.attribute is 'Key of the vocabulary';
comment on column observations.value is 'In the vocabulary''s canonical form';
comment on column observations.confirmed_on is 'Last day on which the source said the same';
comment on column observations.superseded_at is 'Null while this is what is known';
create unique index observations_current on observations (school_id, student, attribute) where superseded_at is null;
create index observations_history on observations (school_id, student, attribute, observed_on);

create table imports (
  school_id uuid not null references schools,
  id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  dry_run boolean not null,
  as_of date not null,
  requested_by uuid,
  attempts integer not null default 0,
  result jsonb,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (school_id, id)
);
comment on column imports.id is 'Version 7, so that a school''s imports are done in the order they came';
comment on column imports.requested_by is 'The token that sent the file';
comment on column imports.result is 'Kind, counts, columns not used and, after a failure, what to do; no student''s data';

create table import_files (
  school_id uuid not null,
  import_id uuid not null,
  content bytea not null,
  primary key (school_id, import_id),
  foreign key (school_id, import_id) references imports (school_id, id) on delete cascade
);
comment on table import_files is 'A file until it is imported, and no longer';
-- It lives for seconds: compressing it would cost more than it saves.
alter table import_files alter column content set storage external;

create table import_refusals (
  school_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  cells text[] not null,
  problems jsonb not null,
  primary key (school_id, import_id, row_number),
  foreign key (school_id, import_id) references imports (school_id, id) on delete cascade
);
comment on column import_refusals.cells is 'The row as it was sent; row 0 is the header';

alter table students enable row level security;
alter table students force row level security;
create policy of_the_school on students
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

alter table observations enable row level security;
alter table observations force row level security;
create policy of_the_school on observations
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

alter table imports enable row level security;
alter table imports force row level security;
create policy of_the_school on imports
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

alter table import_files enable row level security;
alter table import_files force row level security;
create policy of_the_school on import_files
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

alter table import_refusals enable row level security;
alter table import_refusals force row level security;
create policy of_the_school on import_refusals
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

grant select, insert, update on students, observations, imports to ${app_role};
grant select, insert, delete on import_files, import_refusals to ${app_role};
