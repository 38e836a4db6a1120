-- The wall between schools, read once for a statement. Written out in each policy it was worked out for each row, and
-- PostgreSQL, which knew its answer while planning, multiplied it with the school a statement asks for: of one school's
-- 1,800 students among 200 schools it expected nine, and joined row by row what it should join in sets.
create function schools_in_scope() returns uuid[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[];
comment on function schools_in_scope() is
  'The schools this transaction works for. Policies ask for it in a subquery: once for a statement, and unknown to its planner';

do $$
declare
  wall record;
begin
  for wall in
    select p.polrelid::regclass as of_table, case p.polrelid when 'schools'::regclass then 'id' else 'school_id' end as school
    from pg_policy p
    where p.polname = 'of_the_school' and pg_get_expr(p.polqual, p.polrelid) like '%signpost.schools%'
  loop
    execute format(
      'alter policy of_the_school on %1$s using (%2$I = any ((select schools_in_scope())::uuid[]))'
        || ' with check (%2$I = any ((select schools_in_scope())::uuid[]))', wall.of_table, wall.school);
  end loop;
end $$;
