-- What a tutor has typed of a whole group and not saved yet. A row a student: it goes when the student's record goes.

create table tutor_time_drafts (
  school_id uuid not null,
  staff uuid not null,
  student uuid not null,
  kind text not null check (kind in ('tutor', 'leaver')),
  typed jsonb not null check (length(typed::text) <= 200000),
  saved_at timestamptz not null,
  primary key (school_id, staff, student, kind),
  foreign key (school_id, staff) references staff on delete cascade,
  foreign key (school_id, student) references students on delete cascade
);
create index on tutor_time_drafts (school_id, student);
comment on table tutor_time_drafts is 'Read by their author only; gone once the answers are saved';
comment on column tutor_time_drafts.typed is 'Field to values, as typed, with the day of the sitting: nothing of it counts yet';

alter table tutor_time_drafts enable row level security;
alter table tutor_time_drafts force row level security;
create policy of_the_school on tutor_time_drafts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert, update, delete on tutor_time_drafts to ${app_role};
