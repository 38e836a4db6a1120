-- Since when each flag of a student stands, and until when it stood: for whoever asks what is new.

create table raised_flags (
  school_id uuid not null,
  student uuid not null,
  flag text not null,
  raised_at timestamptz not null,
  cleared_at timestamptz,
  primary key (school_id, student, flag, raised_at),
  foreign key (school_id, student) references students
);
create unique index raised_flags_now on raised_flags (school_id, student, flag) where cleared_at is null;
create index on raised_flags (school_id, raised_at) where cleared_at is null;
comment on column raised_flags.raised_at is 'When the rules first said so; more of the same evidence, or graver, does not raise it again';

alter table raised_flags enable row level security;
alter table raised_flags force row level security;
create policy of_the_school on raised_flags
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert, update on raised_flags to ${app_role};

-- What stands already: since the rules last said something else than before, and perhaps longer.
alter table judgements no force row level security;
alter table raised_flags no force row level security;
insert into raised_flags (school_id, student, flag, raised_at)
  select distinct j.school_id, j.student, f ->> 'flag', j.judged_on::timestamptz from judgements j, jsonb_array_elements(j.flags) f;
alter table judgements force row level security;
alter table raised_flags force row level security;
