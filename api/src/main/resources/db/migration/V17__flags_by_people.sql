-- Flags that people raise by professional judgement, beside those the rules raise. Rows are only ever added; personal text
-- stands apart, so that it can be erased. A flag stands for its term: after that somebody is asked whether it still holds.

create table person_flags (
  school_id uuid not null,
  id uuid not null,
  student uuid not null,
  term_id uuid not null,
  severity smallint not null check (severity between 1 and 3),
  former uuid,
  staff uuid not null,
  raised_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, former),
  foreign key (school_id, student) references students,
  foreign key (school_id, term_id) references terms,
  foreign key (school_id, former) references person_flags (school_id, id),
  foreign key (school_id, staff) references staff
);
create index on person_flags (school_id, student);
comment on column person_flags.former is 'The flag of an earlier term that this one keeps up';

create table person_flag_texts (
  school_id uuid not null,
  flag uuid not null,
  name text not null,
  reason text not null,
  raised_by text not null,
  primary key (school_id, flag),
  foreign key (school_id, flag) references person_flags
);

create table person_flag_endings (
  school_id uuid not null,
  flag uuid not null,
  staff uuid not null,
  cleared_at timestamptz not null,
  primary key (school_id, flag),
  foreign key (school_id, flag) references person_flags,
  foreign key (school_id, staff) references staff
);

create table person_flag_ending_texts (
  school_id uuid not null,
  flag uuid not null,
  reason text not null,
  cleared_by text not null,
  primary key (school_id, flag),
  foreign key (school_id, flag) references person_flag_endings
);

alter table person_flags enable row level security;
alter table person_flags force row level security;
create policy of_the_school on person_flags
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table person_flag_texts enable row level security;
alter table person_flag_texts force row level security;
create policy of_the_school on person_flag_texts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table person_flag_endings enable row level security;
alter table person_flag_endings force row level security;
create policy of_the_school on person_flag_endings
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table person_flag_ending_texts enable row level security;
alter table person_flag_ending_texts force row level security;
create policy of_the_school on person_flag_ending_texts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on person_flags, person_flag_texts, person_flag_endings, person_flag_ending_texts to ${app_role};

-- What stands of a student, by rules and by people alike. A flag of a person has no reasons here: they are for its page.
-- One that a rule raises under the same name too is listed once; the graver of the two severities counts.
create view standing_flags with (security_invoker = true) as
select s.school_id, s.id as student,
  greatest(coalesce(j.severity, 0), coalesce(p.severity, 0)) as severity,
  coalesce(j.roni_most, 0) as roni_most,
  coalesce(j.flags, '[]'::jsonb) || coalesce(
    (select jsonb_agg(f order by at) from jsonb_array_elements(p.flags) with ordinality as raised (f, at)
      where not coalesce(j.flags, '[]'::jsonb) @> jsonb_build_array(jsonb_build_object('flag', f -> 'flag'))),
    '[]'::jsonb) as flags,
  p.student is not null as by_person
from students s
left join judgements j on j.school_id = s.school_id and j.student = s.id
left join (
  select f.school_id, f.student, max(f.severity) as severity,
    jsonb_agg(jsonb_build_object('flag', t.name, 'severity', (array['LOW', 'MEDIUM', 'HIGH'])[f.severity],
      'reasons', '[]'::jsonb) order by f.severity desc, f.raised_at) as flags
  from person_flags f
  join person_flag_texts t on t.school_id = f.school_id and t.flag = f.id
  join terms m on m.school_id = f.school_id and m.id = f.term_id
  where m.ends_on >= (now() at time zone 'Europe/London')::date
    and not exists (select from person_flag_endings e where e.school_id = f.school_id and e.flag = f.id)
    and not exists (select from person_flags l where l.school_id = f.school_id and l.former = f.id)
  group by f.school_id, f.student) p on p.school_id = s.school_id and p.student = s.id;
grant select on standing_flags to ${app_role};
