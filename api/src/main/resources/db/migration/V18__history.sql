-- The history of each recommendation: what it went through, by which rules of which book, and to whom its reasons were
-- shown. Rows are only ever added, and hold no personal text. The database writes what a recommendation goes through itself,
-- so that no code can change one without a trace.

create table recommendation_events (
  school_id uuid not null,
  recommendation uuid not null,
  version integer not null,
  what text not null check (what in ('RAISED', 'REASONS', 'STATE')),
  state text,
  rules text[],
  book_digest text references rule_books,
  at timestamptz not null,
  primary key (school_id, recommendation, version, what),
  foreign key (school_id, recommendation) references recommendations,
  check ((what = 'REASONS') = (rules is not null)),
  check ((what = 'REASONS') = (state is null))
);
comment on column recommendation_events.what is
  'RAISED: it arose in this state; REASONS: these rules of this book asked for it from now on; STATE: it stands so from now on';

create table recommendation_showings (
  school_id uuid not null,
  recommendation uuid not null,
  version integer not null,
  staff uuid not null,
  on_day date not null,
  shown_at timestamptz not null,
  primary key (school_id, recommendation, version, staff, on_day),
  foreign key (school_id, recommendation) references recommendations,
  foreign key (school_id, staff) references staff
);
create index on recommendation_showings (school_id, staff, shown_at);
comment on table recommendation_showings is 'To whom the reasons were shown: once per person, version and day';

alter table recommendation_events enable row level security;
alter table recommendation_events force row level security;
create policy of_the_school on recommendation_events
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table recommendation_showings enable row level security;
alter table recommendation_showings force row level security;
create policy of_the_school on recommendation_showings
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select on recommendation_events to ${app_role};
grant select, insert on recommendation_showings to ${app_role};

create function keep_raised() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into recommendation_events (school_id, recommendation, version, what, state, at)
  select school_id, id, version, 'RAISED', state, changed_at from made on conflict do nothing;
  return null;
end $$;
create function keep_state() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into recommendation_events (school_id, recommendation, version, what, state, at)
  select n.school_id, n.id, n.version, 'STATE', n.state, n.changed_at
  from after_change n join before_change o on o.school_id = n.school_id and o.id = n.id
  where n.state <> o.state on conflict do nothing;
  return null;
end $$;
create function keep_reasons() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into recommendation_events (school_id, recommendation, version, what, rules, book_digest, at)
  select school_id, recommendation, version, 'REASONS',
    array(select r ->> 'rule' from jsonb_array_elements(explanation -> 'reasons') r), book_digest, made_at
  from made on conflict do nothing;
  return null;
end $$;
revoke execute on function keep_raised(), keep_state(), keep_reasons() from public;

-- What there was before, as far as it is known. The owner reads every school for it, here and nowhere else.
alter table recommendations no force row level security;
alter table recommendation_explanations no force row level security;
alter table recommendation_events no force row level security;
insert into recommendation_events (school_id, recommendation, version, what, state, at)
  select school_id, id, 1, 'RAISED', case origin when 'RULES' then 'SUGGESTED' else 'ACCEPTED' end, raised_at
  from recommendations;
insert into recommendation_events (school_id, recommendation, version, what, state, at)
  select school_id, id, version, 'STATE', state, changed_at from recommendations
  where version > 1 and state in ('WITHDRAWN', 'EXPIRED', 'DELIVERED');
insert into recommendation_events (school_id, recommendation, version, what, rules, book_digest, at)
  select school_id, recommendation, version, 'REASONS',
    array(select r ->> 'rule' from jsonb_array_elements(explanation -> 'reasons') r), book_digest, made_at
  from recommendation_explanations;
alter table recommendations force row level security;
alter table recommendation_explanations force row level security;
alter table recommendation_events force row level security;

create trigger keep_raised after insert on recommendations
  referencing new table as made for each statement execute function keep_raised();
create trigger keep_state after update on recommendations
  referencing old table as before_change new table as after_change for each statement execute function keep_state();
create trigger keep_reasons after insert on recommendation_explanations
  referencing new table as made for each statement execute function keep_reasons();
