-- Conversations about what comes next. What the student said is observations; what an adviser wrote lies apart.

create table interviews (
  school_id uuid not null references schools,
  id uuid not null,
  student uuid not null,
  held_on date not null,
  kind text not null check (kind in ('guidance', 'tutor', 'leaver', 'survey')),
  interviewer text,
  answers jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, student, held_on, kind),
  foreign key (school_id, student) references students (school_id, id) on delete cascade
);
comment on column interviews.answers is 'Attribute to canonical value, as last told; former versions stay in observations';
comment on column interviews.interviewer is 'As the export names them: a person or a role';

create table interview_notes (
  school_id uuid not null,
  interview uuid not null,
  notes text,
  actions text,
  primary key (school_id, interview),
  foreign key (school_id, interview) references interviews (school_id, id) on delete cascade
);
comment on table interview_notes is 'Personal text, which no rule reads';

alter table interviews enable row level security;
alter table interviews force row level security;
create policy of_the_school on interviews
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

alter table interview_notes enable row level security;
alter table interview_notes force row level security;
create policy of_the_school on interview_notes
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

grant select, insert, update on interviews, interview_notes to ${app_role};
