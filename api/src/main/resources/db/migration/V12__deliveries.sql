-- What became of help that was accepted. Rows are only ever added; personal text stands apart, so that it can be erased.

alter table recommendations drop constraint recommendations_state_check;
alter table recommendations add constraint recommendations_state_check check (state in
  ('SUGGESTED', 'ACCEPTED', 'OVERRIDDEN', 'DEFERRED', 'WITHDRAWN', 'EXPIRED', 'DELIVERED'));
alter table recommendations add delivered_on date;
alter table recommendations add check ((state = 'DELIVERED') = (delivered_on is not null));
comment on column recommendations.delivered_on is 'The day of the delivery that stands, so that what was delivered this term is not suggested again';

create table deliveries (
  school_id uuid not null,
  id uuid not null,
  recommendation uuid not null,
  what text not null check (what in ('PLANNED', 'DELIVERED', 'DID_NOT_ATTEND', 'CANCELLED', 'UNDONE')),
  on_day date not null,
  corrects uuid,
  staff uuid,
  token uuid,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, recommendation, id),
  foreign key (school_id, recommendation) references recommendations,
  foreign key (school_id, recommendation, corrects) references deliveries (school_id, recommendation, id),
  foreign key (school_id, staff) references staff,
  foreign key (school_id, token) references api_tokens,
  unique (school_id, corrects),
  check ((staff is null) <> (token is null)),
  check ((what = 'UNDONE') = (corrects is not null))
);
comment on column deliveries.corrects is 'The row this one takes back: what was recorded by mistake stays, and no longer counts';

create table delivery_texts (
  school_id uuid not null,
  delivery uuid not null,
  recorded_by text not null,
  note text not null default '',
  primary key (school_id, delivery),
  foreign key (school_id, delivery) references deliveries
);

create table delivery_outcomes (
  school_id uuid not null,
  id uuid not null,
  delivery uuid not null,
  outcome text not null check (outcome in ('HELPED', 'SOME_CHANGE', 'NO_CHANGE', 'TOO_EARLY')),
  staff uuid,
  token uuid,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, delivery) references deliveries,
  foreign key (school_id, staff) references staff,
  foreign key (school_id, token) references api_tokens,
  check ((staff is null) <> (token is null))
);
create index on delivery_outcomes (school_id, delivery, recorded_at);
comment on table delivery_outcomes is 'What a delivery changed, as a person saw it; the last recorded stands';

alter table deliveries enable row level security;
alter table deliveries force row level security;
create policy of_the_school on deliveries
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table delivery_texts enable row level security;
alter table delivery_texts force row level security;
create policy of_the_school on delivery_texts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table delivery_outcomes enable row level security;
alter table delivery_outcomes force row level security;
create policy of_the_school on delivery_outcomes
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on deliveries, delivery_texts, delivery_outcomes to ${app_role};
