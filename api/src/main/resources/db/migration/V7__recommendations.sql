-- What the rules say of each student, and what came of it.

create table to_evaluate (
  school_id uuid not null,
  student uuid not null,
  requested_at timestamptz not null,
  attempts integer not null default 0,
  not_before timestamptz,
  primary key (school_id, student),
  foreign key (school_id, student) references students
);
comment on table to_evaluate is 'Written in the transaction that changed a fact; gone once the consequence is';

create table evaluated_schools (
  school_id uuid primary key references schools,
  requested_on date not null,
  book_digest text not null references rule_books
);
comment on table evaluated_schools is 'The day and book for which every student of the school was last put down to be evaluated';

create table judgements (
  school_id uuid not null,
  student uuid not null,
  term_id uuid not null,
  book_digest text not null references rule_books,
  judged_on date not null,
  severity smallint not null check (severity between 0 and 3),
  roni_most integer not null,
  flags jsonb not null,
  scores jsonb not null,
  cannot_tell jsonb not null,
  withheld jsonb not null,
  primary key (school_id, student),
  foreign key (school_id, student) references students,
  foreign key (school_id, term_id) references terms
);
comment on column judgements.judged_on is 'The day on which the rules last said something else than before';
comment on column judgements.severity is 'The gravest flag: 0 none, 1 low, 2 medium, 3 high';
comment on column judgements.roni_most is 'Points of the score RONI if everything unknown were to count';

create table recommendations (
  school_id uuid not null,
  id uuid not null,
  student uuid not null,
  intervention text not null,
  occurrence text not null default '',
  term_id uuid not null,
  decided_term_id uuid,
  origin text not null check (origin in ('RULES', 'ADVISER')),
  state text not null check (state in
    ('SUGGESTED', 'ACCEPTED', 'OVERRIDDEN', 'DEFERRED', 'WITHDRAWN', 'EXPIRED')),
  version integer not null check (version > 0),
  severity smallint not null check (severity between 1 and 3),
  due_on date not null,
  deferred_until date,
  evidence_unknown boolean not null default false,
  silenced boolean not null default false,
  book_digest text not null references rule_books,
  former uuid,
  instead_of uuid,
  withdrawn_because text,
  raised_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, student) references students,
  foreign key (school_id, term_id) references terms,
  foreign key (school_id, decided_term_id) references terms,
  foreign key (school_id, former) references recommendations (school_id, id),
  foreign key (school_id, instead_of) references recommendations (school_id, id),
  check ((state = 'DEFERRED') = (deferred_until is not null))
);
comment on column recommendations.term_id is 'The term it arose in';
comment on column recommendations.decided_term_id is 'The term of the last decision on it: what was carried over and decided later stands in that one';
comment on column recommendations.version is 'Counts every change of evidence or state; a decision names the one it saw';
comment on column recommendations.evidence_unknown is 'A rule behind it cannot tell any more: it stays, because unknown is not no';
comment on column recommendations.silenced is 'Overridden for a reason that lasts beyond the term';
comment on column recommendations.former is 'The closed recommendation this one comes after';
-- At most one is open per student, intervention and occurrence.
create unique index one_open on recommendations (school_id, student, intervention, occurrence)
  where state in ('SUGGESTED', 'DEFERRED', 'ACCEPTED');
create index on recommendations (school_id, student);
create index on recommendations (school_id, state, term_id);

create table recommendation_explanations (
  school_id uuid not null,
  recommendation uuid not null,
  version integer not null,
  book_digest text not null references rule_books,
  explanation jsonb not null,
  made_at timestamptz not null,
  primary key (school_id, recommendation, version),
  foreign key (school_id, recommendation) references recommendations
);
comment on table recommendation_explanations is 'What the adviser saw: holds facts of the student, so it is kept apart and can be erased';

alter table to_evaluate enable row level security;
alter table to_evaluate force row level security;
create policy of_the_school on to_evaluate
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table evaluated_schools enable row level security;
alter table evaluated_schools force row level security;
create policy of_the_school on evaluated_schools
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table judgements enable row level security;
alter table judgements force row level security;
create policy of_the_school on judgements
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table recommendations enable row level security;
alter table recommendations force row level security;
create policy of_the_school on recommendations
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table recommendation_explanations enable row level security;
alter table recommendation_explanations force row level security;
create policy of_the_school on recommendation_explanations
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

grant select, insert, update, delete on to_evaluate to ${app_role};
grant select, insert, update on evaluated_schools, judgements, recommendations to ${app_role};
grant select, insert on recommendation_explanations to ${app_role};

-- A worker must know which schools wait before it can work for one of them.
create policy for_functions on to_evaluate for select to current_user using (true);
create function schools_to_evaluate(at timestamptz) returns table (school_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct w.school_id from to_evaluate w where w.not_before is null or w.not_before <= at order by w.school_id
$$;
revoke execute on function schools_to_evaluate(timestamptz) from public;
grant execute on function schools_to_evaluate(timestamptz) to ${app_role};
