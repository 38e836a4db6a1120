-- What stands, said once: what nobody took back, and flags of people whose words were erased too.

create view standing_deliveries with (security_invoker = true) as
  select d.* from deliveries d
  where d.what <> 'UNDONE'
    and not exists (select from deliveries u where u.school_id = d.school_id and u.corrects = d.id);

create view standing_decisions with (security_invoker = true) as
  select d.* from decisions d
  where d.outcome <> 'UNDONE'
    and not exists (select from decisions u where u.school_id = d.school_id and u.corrects = d.id);

-- A flag of a person until its term ends, unless it was cleared or raised again. It counts without its words.
create view standing_person_flags with (security_invoker = true) as
  select f.school_id, f.student, f.id, coalesce(t.name, 'erased') as name, f.severity, f.raised_at from person_flags f
  join terms m on m.school_id = f.school_id and m.id = f.term_id
  left join person_flag_texts t on t.school_id = f.school_id and t.flag = f.id
  where m.ends_on >= (now() at time zone 'Europe/London')::date
    and not exists (select from person_flag_endings e where e.school_id = f.school_id and e.flag = f.id)
    and not exists (select from person_flags l where l.school_id = f.school_id and l.former = f.id);
grant select on standing_deliveries, standing_decisions, standing_person_flags to ${app_role};

-- As before, with the flags whose words were erased.
create or replace view standing_flags with (security_invoker = true) as
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
    jsonb_agg(jsonb_build_object('flag', f.name, 'severity', (array['LOW', 'MEDIUM', 'HIGH'])[f.severity],
      'reasons', '[]'::jsonb) order by f.severity desc, f.raised_at) as flags
  from standing_person_flags f
  group by f.school_id, f.student) p on p.school_id = s.school_id and p.student = s.id;
