-- The terms of each school. They tile the year; a school may move their days.

create table terms (
  school_id uuid not null references schools,
  id uuid not null,
  academic_year integer not null check (academic_year between 1990 and 2200),
  season text not null check (season in ('AUTUMN', 'SPRING', 'SUMMER')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  primary key (school_id, id),
  unique (school_id, academic_year, season)
);
comment on column terms.academic_year is 'The calendar year in which it began: 2026 for 2026/27';

alter table terms enable row level security;
alter table terms force row level security;
create policy of_the_school on terms
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert, update on terms to ${app_role};
