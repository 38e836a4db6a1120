-- From whom to whom a whole caseload went, and which move it takes back. Only ever added, as every change is.
create table caseload_moves (
  school_id uuid not null,
  change integer not null,
  moved_from uuid not null,
  moved_to uuid not null,
  takes_back integer,
  primary key (school_id, change),
  unique (school_id, takes_back),
  foreign key (school_id, change) references assignment_changes,
  foreign key (school_id, takes_back) references assignment_changes,
  foreign key (school_id, moved_from) references staff,
  foreign key (school_id, moved_to) references staff,
  check (takes_back < change)
);
alter table caseload_moves enable row level security;
alter table caseload_moves force row level security;
create policy of_the_school on caseload_moves
  using (school_id = any ((select schools_in_scope())::uuid[]))
  with check (school_id = any ((select schools_in_scope())::uuid[]));
grant select, insert on caseload_moves to ${app_role};
