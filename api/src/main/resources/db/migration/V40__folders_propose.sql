-- A folder proposes and never puts anything in force by itself: what was wrong with it stands in its draft.
drop table rule_book_attempts;

-- Every school's additions lie on the shipped pack until its trust publishes: another release may bring another pack.
create function books_on_the_default() returns table (school_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select b.school_id from books_of_schools b join schools s on s.id = b.school_id
  where b.trust_version = 0 and s.trust_id is not null
$$;
create function trust_by_name(wanted text) returns uuid
  language sql stable security definer set search_path = public, pg_temp
as $$ select t.id from trusts t where t.name = wanted $$;
revoke execute on function books_on_the_default(), trust_by_name(text) from public;
grant execute on function books_on_the_default(), trust_by_name(text) to ${app_role};
