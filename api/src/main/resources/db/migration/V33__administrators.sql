-- The first administrator's link is open until somebody can administer: a school's staff may be added on the command line
-- before, and an administrator who has not set a password yet administers nothing.

create function administrators_exist() returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select from accounts a where a.password_hash is not null
      and (a.installation_administrator or exists (
        select from staff m where m.account_id = a.id and m.ended_at is null and 'ADMINISTRATOR' = any (m.roles))))
$$;
revoke execute on function administrators_exist() from public;
grant execute on function administrators_exist() to ${app_role};

create or replace function link_opens(why text, hash bytea, at timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from setup_links l
    where l.purpose = why and l.token_hash = hash and l.used_at is null and l.expires_at > at
      and (why <> 'FIRST_ADMINISTRATOR' or not administrators_exist()))
$$;

drop function accounts_exist();

-- A name that was mistyped is corrected; what it was is kept nowhere.
alter table staff_changes drop constraint staff_changes_what_check;
alter table staff_changes add constraint staff_changes_what_check
  check (what in ('INVITED', 'LINK', 'ROLES', 'NAME', 'ENDED', 'BACK'));
