-- What the rules said when a student's last former term ended, for rules that ask about it.

create table last_term_flags (
  school_id uuid not null,
  student uuid not null,
  term_id uuid not null,
  flags text[] not null,
  primary key (school_id, student),
  foreign key (school_id, student) references students,
  foreign key (school_id, term_id) references terms
);
comment on table last_term_flags is 'The names of the flags, copied from judgements when a student is first judged in a later term';

alter table last_term_flags enable row level security;
alter table last_term_flags force row level security;
create policy of_the_school on last_term_flags
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert, update on last_term_flags to ${app_role};
