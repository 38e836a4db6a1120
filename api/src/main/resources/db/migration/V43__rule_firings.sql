-- For whom each rule fired, term by term: what judgements forget when they say something else, and flags do not tell by rule.
create table rule_firings (
  school_id uuid not null,
  term_id uuid not null,
  student uuid not null,
  rules text[] not null check (cardinality(rules) > 0),
  from_before boolean not null default false,
  primary key (school_id, term_id, student),
  foreign key (school_id, term_id) references terms,
  foreign key (school_id, student) references students
);
comment on table rule_firings is
  'A row for each student and term, not for each rule: a first evaluation writes hundreds of rows, not tens of thousands';
comment on column rule_firings.rules is 'The names of the rules that fired on some day of the term, those found together in the order of the book';
comment on column rule_firings.from_before is
  'Put together from what was kept before this table was: rules that only gave points, and flags that were cleared, are missing';

alter table rule_firings enable row level security;
alter table rule_firings force row level security;
create policy of_the_school on rule_firings
  using (school_id = any ((select schools_in_scope())::uuid[]))
  with check (school_id = any ((select schools_in_scope())::uuid[]));
grant select, insert, update on rule_firings to ${app_role};

-- What is known of earlier: the rules behind each suggestion, and what the last judgement says. The owner reads every school
-- for it, here and nowhere else.
alter table judgements no force row level security;
alter table recommendations no force row level security;
alter table recommendation_events no force row level security;
alter table rule_firings no force row level security;
insert into rule_firings (school_id, term_id, student, rules, from_before)
  select school_id, term_id, student, array_agg(distinct rule), true
  from (
    select r.school_id, r.term_id, r.student, unnest(e.rules) as rule
    from recommendations r
    join recommendation_events e on e.school_id = r.school_id and e.recommendation = r.id and e.what = 'REASONS'
    where r.origin = 'RULES'
    union all
    select j.school_id, j.term_id, j.student, said.rule
    from judgements j cross join lateral (
      select reason ->> 'rule' as rule from jsonb_array_elements(j.flags) f, jsonb_array_elements(f -> 'reasons') reason
      union all
      select reason ->> 'rule' from jsonb_array_elements(j.withheld) w, jsonb_array_elements(w -> 'ruledOutBy') reason) said
  ) known
  where rule is not null
  group by school_id, term_id, student;
alter table judgements force row level security;
alter table recommendations force row level security;
alter table recommendation_events force row level security;
alter table rule_firings force row level security;
