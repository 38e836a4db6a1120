-- A caseload that one person can finish: what they searched for, when they last looked, the lists they keep.

-- A name as somebody might type it: no accents, no capitals, no apostrophes, a space for a hyphen.
create function plain_letters(text) returns text
  language sql immutable parallel safe
as $$
  select replace(replace(replace(replace(lower(translate(
      regexp_replace(normalize($1, NFKD), '[\u0300-\u036f''’‘`´ʼ.]', '', 'g'), 'ØøŁłĐđÐðİı-‐', 'OoLlDdDdIi  ')),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;
revoke execute on function plain_letters(text) from public;
grant execute on function plain_letters(text) to ${app_role};

create table student_looks (
  school_id uuid not null,
  staff uuid not null,
  student uuid not null,
  looked_at timestamptz not null,
  primary key (school_id, staff, student),
  foreign key (school_id, staff) references staff on delete cascade,
  foreign key (school_id, student) references students
);
comment on table student_looks is 'When a person last opened a student''s page: what changed since then is new to them';

create table saved_views (
  school_id uuid not null,
  id uuid not null,
  staff uuid not null,
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 2000),
  created_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, staff, name),
  foreign key (school_id, staff) references staff on delete cascade
);
comment on column saved_views.query is 'The filter as it stands in the address of the caseload; names no student';

-- What the caseload filters by, found without reading all that is known of every student.
create index observations_of_caseload on observations (school_id, student, attribute) include (value)
  where superseded_at is null and attribute in ('nc_year', 'enrol_status', 'sen_provision', 'in_care');

alter table student_looks enable row level security;
alter table student_looks force row level security;
create policy of_the_school on student_looks
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table saved_views enable row level security;
alter table saved_views force row level security;
create policy of_the_school on saved_views
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert, update on student_looks to ${app_role};
grant select, insert, delete on saved_views to ${app_role};
