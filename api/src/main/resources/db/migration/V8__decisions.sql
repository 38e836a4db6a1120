-- What people decided. Rows are only ever added; personal text stands apart, so that it can be erased.

create table decisions (
  school_id uuid not null,
  id uuid not null,
  recommendation uuid not null,
  version_seen integer not null,
  version_made integer not null,
  outcome text not null check (outcome in ('ACCEPTED', 'OVERRIDDEN', 'DEFERRED')),
  override_reason text,
  intervention_instead text,
  recommendation_instead uuid,
  deferred_until date,
  staff uuid,
  token uuid,
  decided_at timestamptz not null,
  received_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, recommendation) references recommendations,
  foreign key (school_id, recommendation_instead) references recommendations (school_id, id),
  foreign key (school_id, staff) references staff,
  foreign key (school_id, token) references api_tokens,
  unique (school_id, recommendation, version_made),
  check ((staff is null) <> (token is null)),
  check ((outcome = 'OVERRIDDEN') = (override_reason is not null)),
  check ((outcome = 'DEFERRED') = (deferred_until is not null))
);
comment on column decisions.version_seen is 'The version of the recommendation the person had before them';
comment on column decisions.decided_at is 'When the person decided, as they or their system say';

create table decision_texts (
  school_id uuid not null,
  decision uuid not null,
  decided_by text not null,
  comment text not null default '',
  primary key (school_id, decision),
  foreign key (school_id, decision) references decisions
);

alter table decisions enable row level security;
alter table decisions force row level security;
create policy of_the_school on decisions
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table decision_texts enable row level security;
alter table decision_texts force row level security;
create policy of_the_school on decision_texts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on decisions, decision_texts to ${app_role};
