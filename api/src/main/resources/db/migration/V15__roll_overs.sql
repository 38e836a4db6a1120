-- On 1 September year groups move up and leavers become leavers: who did it, when, and who took it back.

create table roll_overs (
  school_id uuid not null references schools,
  id uuid not null,
  academic_year integer not null,
  step text not null check (step in ('RUN', 'UNDONE')),
  last_year integer not null,
  moved integer not null,
  leavers integer not null,
  staff uuid not null,
  taken_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, staff) references staff
);
create index on roll_overs (school_id, academic_year, taken_at);
comment on table roll_overs is 'Rows are only ever added; the last of an academic year says how it stands';
comment on column roll_overs.last_year is 'The year group after which students leave the school';
comment on column roll_overs.moved is 'Students whose year group changed by this step';

alter table roll_overs enable row level security;
alter table roll_overs force row level security;
create policy of_the_school on roll_overs
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on roll_overs to ${app_role};
