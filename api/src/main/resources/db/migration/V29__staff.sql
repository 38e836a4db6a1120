-- Staff as an administrator looks after them: roles change and access ends, but nobody is forgotten. What somebody did
-- stays with their name, so a row of staff is never deleted any more.

alter table staff add ended_at timestamptz;
comment on column staff.ended_at is 'Null while they may sign in';
revoke delete on staff from ${app_role};

create table staff_changes (
  school_id uuid not null,
  id uuid not null,
  staff uuid not null,
  what text not null check (what in ('INVITED', 'LINK', 'ROLES', 'ENDED', 'BACK')),
  roles text[] not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, staff) references staff,
  foreign key (school_id, made_by) references staff
);
comment on table staff_changes is 'What an administrator changed about a member of staff; the roles are those after it';
create index on staff_changes (school_id, staff, made_at);

alter table staff_changes enable row level security;
alter table staff_changes force row level security;
create policy of_the_school on staff_changes
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on staff_changes to ${app_role};

create or replace function schools_of_account(wanted uuid)
  returns table (school_id uuid, school_name text, staff_id uuid, display_name text, roles text[])
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id, s.name, m.id, m.display_name, m.roles
  from staff m join schools s on s.id = m.school_id where m.account_id = wanted and m.ended_at is null
  order by s.name, s.id
$$;

-- What an administrator may know of the accounts of their own school's staff. Another school's, or the installation's,
-- administrator is not theirs to let in anew.
create function staff_accounts(school uuid)
  returns table (staff_id uuid, account_id uuid, username text, has_password boolean, elsewhere boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select m.id, a.id, a.username, a.password_hash is not null,
    a.installation_administrator or exists (select from staff o where o.account_id = a.id and o.school_id <> school)
  from staff m join accounts a on a.id = m.account_id
  where m.school_id = school
    and school = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[])
$$;
revoke execute on function staff_accounts(uuid) from public;
grant execute on function staff_accounts(uuid) to ${app_role};
