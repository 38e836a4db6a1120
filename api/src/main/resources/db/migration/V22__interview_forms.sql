-- Interviews taken down in Signpost: drafts of their author, what an interview has besides answers, and what was agreed.

create table interview_drafts (
  school_id uuid not null,
  staff uuid not null,
  student uuid not null,
  kind text not null check (kind in ('guidance', 'tutor', 'leaver')),
  typed jsonb not null check (length(typed::text) <= 200000),
  saved_at timestamptz not null,
  primary key (school_id, staff, student, kind),
  foreign key (school_id, staff) references staff on delete cascade,
  foreign key (school_id, student) references students on delete cascade
);
create index on interview_drafts (school_id, student);
comment on table interview_drafts is 'Read by their author only; gone once the interview is saved';
comment on column interview_drafts.typed is 'Field to values, as typed: nothing of it counts yet';

create table interview_circumstances (
  school_id uuid not null,
  interview uuid not null,
  staff uuid not null,
  present text,
  unsure text[] not null,
  recorded_at timestamptz not null,
  primary key (school_id, interview),
  foreign key (school_id, interview) references interviews on delete cascade,
  foreign key (school_id, staff) references staff
);
comment on table interview_circumstances is 'Of interviews taken down in Signpost; imports know nothing of it';
comment on column interview_circumstances.staff is 'Who saved it last';
comment on column interview_circumstances.unsure is 'Attributes that were asked about and that the student was not sure of';

create table agreed_actions (
  school_id uuid not null,
  id uuid not null,
  student uuid not null,
  interview uuid,
  what text not null,
  who text not null,
  by_day date,
  done_on date,
  done_by uuid,
  agreed_on date not null,
  updated_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, student) references students on delete cascade,
  foreign key (school_id, interview) references interviews on delete cascade,
  foreign key (school_id, done_by) references staff,
  check ((done_on is null) = (done_by is null))
);
create index on agreed_actions (school_id, student);
create index on agreed_actions (school_id, by_day) where done_on is null;
create index on agreed_actions (school_id, interview);
comment on table agreed_actions is 'What was agreed with a student: what, who, by when, and whether it is done';
comment on column agreed_actions.who is 'As those present named them: the student, a person, a role';

alter table interview_drafts enable row level security;
alter table interview_drafts force row level security;
create policy of_the_school on interview_drafts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table interview_circumstances enable row level security;
alter table interview_circumstances force row level security;
create policy of_the_school on interview_circumstances
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table agreed_actions enable row level security;
alter table agreed_actions force row level security;
create policy of_the_school on agreed_actions
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert, update, delete on interview_drafts, agreed_actions to ${app_role};
grant select, insert, update on interview_circumstances to ${app_role};
