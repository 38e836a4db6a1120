-- Group sessions: an intervention delivered to several students at once. And what comes after a delivery: words kept with its
-- outcome, and the day on which to look again.

create table group_sessions (
  school_id uuid not null references schools,
  id uuid not null,
  intervention text not null,
  on_day date not null,
  at_time time,
  place text not null default '',
  run_by text not null default '',
  places integer not null check (places between 1 and 500),
  version integer not null default 1 check (version > 0),
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, created_by) references staff
);
create index on group_sessions (school_id, on_day);
comment on column group_sessions.version is 'Counts every change, so that the later of two people is told what the other did';

create table group_session_deliveries (
  school_id uuid not null,
  session uuid not null,
  recommendation uuid not null,
  delivery uuid not null,
  primary key (school_id, session, delivery),
  foreign key (school_id, session) references group_sessions,
  foreign key (school_id, recommendation, delivery) references deliveries (school_id, recommendation, id)
);
create index on group_session_deliveries (school_id, delivery);
comment on table group_session_deliveries is 'What was recorded through a session: a student is on its list while a row of theirs stands';

create table delivery_outcome_texts (
  school_id uuid not null,
  outcome uuid not null,
  recorded_by text not null,
  note text not null default '',
  primary key (school_id, outcome),
  foreign key (school_id, outcome) references delivery_outcomes
);

create table delivery_reviews (
  school_id uuid not null,
  id uuid not null,
  delivery uuid not null,
  review_on date not null,
  staff uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, delivery) references deliveries,
  foreign key (school_id, staff) references staff
);
create index on delivery_reviews (school_id, delivery, recorded_at);
comment on table delivery_reviews is 'The day a person chose to ask what a delivery changed; without one it is so many days after';

alter table group_sessions enable row level security;
alter table group_sessions force row level security;
create policy of_the_school on group_sessions
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table group_session_deliveries enable row level security;
alter table group_session_deliveries force row level security;
create policy of_the_school on group_session_deliveries
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table delivery_outcome_texts enable row level security;
alter table delivery_outcome_texts force row level security;
create policy of_the_school on delivery_outcome_texts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table delivery_reviews enable row level security;
alter table delivery_reviews force row level security;
create policy of_the_school on delivery_reviews
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

grant select, insert, update on group_sessions to ${app_role};
grant select, insert on group_session_deliveries, delivery_outcome_texts, delivery_reviews to ${app_role};
