-- What became of students after they left, each time somebody told it; of a student one row stands, the others are history.
create table destinations (
  school_id uuid not null,
  id uuid not null,
  student uuid not null,
  outcome text not null check (outcome in ('SUSTAINED', 'NOT_SUSTAINED', 'NEVER_PLACED', 'NOT_KNOWN')),
  as_of date not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, student) references students
);
create unique index destinations_standing on destinations (school_id, student) where superseded_at is null;
comment on column destinations.outcome is
  'In the words of the DfE''s destination measures, which look at October to March after leaving';
comment on column destinations.as_of is 'The day of the file that told it';
alter table destinations enable row level security;
alter table destinations force row level security;
create policy of_the_school on destinations
  using (school_id = any ((select schools_in_scope())::uuid[]))
  with check (school_id = any ((select schools_in_scope())::uuid[]));
grant select, insert, update on destinations to ${app_role};
