-- A run evaluates every student of a school; it survives a restart, and any replica may go on with it.

create table term_runs (
  school_id uuid not null,
  id uuid not null,
  term_id uuid not null,
  staff uuid,
  requested_at timestamptz not null,
  students integer not null,
  done integer not null default 0,
  failed integer not null default 0,
  raised integer not null default 0,
  reworded integer not null default 0,
  withdrawn integer not null default 0,
  expired integer not null default 0,
  finished_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, term_id) references terms,
  foreign key (school_id, staff) references staff
);
comment on column term_runs.done is 'Students evaluated, counted in the transaction that evaluated them';
comment on column term_runs.failed is 'Students who could not be evaluated and wait to be tried again';
-- One at a time: asking for another meanwhile is answered with this one.
create unique index one_run on term_runs (school_id) where finished_at is null;
create index on term_runs (school_id, term_id, requested_at);

alter table to_evaluate add run uuid;
alter table to_evaluate add foreign key (school_id, run) references term_runs (school_id, id);
comment on column to_evaluate.run is 'The run this evaluation counts for';

alter table term_runs enable row level security;
alter table term_runs force row level security;
create policy of_the_school on term_runs
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert, update on term_runs to ${app_role};

-- A term's figures, kept when it closes.
create table term_measures (
  school_id uuid not null,
  term_id uuid not null,
  year_group text not null,
  measure text not null,
  band text not null,
  students integer not null check (students > 0),
  primary key (school_id, term_id, year_group, measure, band),
  foreign key (school_id, term_id) references terms
);
comment on table term_measures is 'Counts of students on roll: rows are only ever added';
comment on column term_measures.year_group is 'Empty where it is not known';
comment on column term_measures.band is 'A part the measure tells apart; unknown is one of its own';

alter table term_measures enable row level security;
alter table term_measures force row level security;
create policy of_the_school on term_measures
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on term_measures to ${app_role};
