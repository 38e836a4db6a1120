-- A term is planned, open, reviewed, closed; every step is kept with who took it and when.

alter table terms add state text not null default 'PLANNED'
  check (state in ('PLANNED', 'OPEN', 'REVIEWED', 'CLOSED'));
comment on column terms.state is 'Where the last of its steps left it';

create table term_steps (
  school_id uuid not null,
  id uuid not null,
  term_id uuid not null,
  step text not null check (step in ('OPENED', 'REVIEWED', 'CLOSED', 'MOVED')),
  starts_on date not null,
  ends_on date not null,
  staff uuid,
  taken_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, term_id) references terms,
  foreign key (school_id, staff) references staff
);
create index on term_steps (school_id, term_id, taken_at);
comment on table term_steps is 'Rows are only ever added';
comment on column term_steps.starts_on is 'The first day of the term from this step on; ends_on its last';
comment on column term_steps.staff is 'Who took it; null where the calendar did';

alter table term_steps enable row level security;
alter table term_steps force row level security;
create policy of_the_school on term_steps
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on term_steps to ${app_role};

-- Of every term that ended, so that terms can be compared.
alter table last_term_flags drop constraint last_term_flags_pkey;
alter table last_term_flags add primary key (school_id, student, term_id);
create index on last_term_flags (school_id, term_id);
comment on table last_term_flags is 'The names of the flags at the end of each term, copied from judgements when it closed';
