-- What a person decided when a student did not attend twice. Rows are only ever added; personal text stands apart.

create table missed_help_decisions (
  school_id uuid not null,
  id uuid not null,
  recommendation uuid not null,
  missed smallint not null check (missed > 0),
  way text not null check (way in ('PLAN_AGAIN', 'HEAD_OF_DESTINATIONS', 'TUTOR')),
  delivery uuid,
  staff uuid not null,
  decided_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, recommendation) references recommendations,
  foreign key (school_id, recommendation, delivery) references deliveries (school_id, recommendation, id),
  foreign key (school_id, staff) references staff,
  check ((way = 'PLAN_AGAIN') = (delivery is not null))
);
create index on missed_help_decisions (school_id, recommendation, decided_at);
comment on column missed_help_decisions.missed is 'How often the student had not attended by then: once more, and it is to be decided again';
comment on column missed_help_decisions.delivery is 'What was planned instead';
comment on table missed_help_decisions is 'An override of the recommendation is a decision too, and stands in decisions';

create table missed_help_decision_texts (
  school_id uuid not null,
  decision uuid not null,
  decided_by text not null,
  note text not null default '',
  primary key (school_id, decision),
  foreign key (school_id, decision) references missed_help_decisions
);

alter table missed_help_decisions enable row level security;
alter table missed_help_decisions force row level security;
create policy of_the_school on missed_help_decisions
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table missed_help_decision_texts enable row level security;
alter table missed_help_decision_texts force row level security;
create policy of_the_school on missed_help_decision_texts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on missed_help_decisions, missed_help_decision_texts to ${app_role};
