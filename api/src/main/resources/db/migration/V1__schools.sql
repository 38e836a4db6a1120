-- Who is who, and who may see what.
--
-- The role that runs this file owns everything; ${app_role} runs the program and gets only what it needs.
-- Every table that holds a school's rows carries school_id, first in its keys, and is shut by row-level security:
-- a transaction sees the schools that signpost.schools names and no other.

create table schools (
  id uuid primary key,
  name text not null check (length(trim(name)) between 1 and 200),
  urn text not null unique check (urn ~ '^[0-9]{6}$'),
  laestab text check (laestab ~ '^[0-9]{7}$'),
  created_at timestamptz not null
);
comment on column schools.urn is 'Unique reference number in Get Information about Schools: six digits';
comment on column schools.laestab is 'Local authority and establishment number: seven digits';

create table accounts (
  id uuid primary key,
  username text not null unique check (username = lower(username) and length(username) between 1 and 100),
  display_name text not null check (length(trim(display_name)) between 1 and 200),
  password_hash text,
  installation_administrator boolean not null default false,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null
);
comment on column accounts.password_hash is 'Null until the person has set a password through a link';

create table staff (
  school_id uuid not null references schools,
  id uuid not null,
  account_id uuid not null references accounts,
  display_name text not null,
  roles text[] not null check (cardinality(roles) > 0
    and roles <@ array['ADVISER', 'TUTOR', 'HEAD_OF_DESTINATIONS', 'ADMINISTRATOR']),
  created_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, account_id)
);
create index on staff (account_id);

create table api_tokens (
  school_id uuid not null references schools,
  id uuid not null,
  name text not null check (length(trim(name)) between 1 and 200),
  token_hash bytea not null unique check (length(token_hash) = 32),
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (school_id, id)
);

create table setup_links (
  id uuid primary key,
  purpose text not null check (purpose in ('FIRST_ADMINISTRATOR', 'SET_PASSWORD')),
  token_hash bytea not null unique check (length(token_hash) = 32),
  account_id uuid references accounts on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'SET_PASSWORD') = (account_id is not null))
);

alter table schools enable row level security;
alter table schools force row level security;
create policy of_the_school on schools
  using (id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

alter table staff enable row level security;
alter table staff force row level security;
create policy of_the_school on staff
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

alter table api_tokens enable row level security;
alter table api_tokens force row level security;
create policy of_the_school on api_tokens
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));

grant select, insert, update on schools to ${app_role};
grant select, insert, update, delete on staff to ${app_role};
grant select, insert on api_tokens to ${app_role};
grant update (revoked_at) on api_tokens to ${app_role};

-- What must look before the school is known goes through the functions below and nothing else. They run as the owner,
-- whom the policies bind too, so the owner is let past them on exactly these tables.
create policy for_functions on schools for select to current_user using (true);
create policy for_functions on staff for select to current_user using (true);
create policy for_functions on api_tokens to current_user using (true) with check (true);

create function school_ids() returns table (id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$ select s.id from schools s order by s.id $$;

create function school_by_urn(wanted text) returns table (id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp
as $$ select s.id, s.name from schools s where s.urn = wanted $$;

create function account_for_sign_in(wanted text)
  returns table (id uuid, display_name text, password_hash text, installation_administrator boolean,
                 locked_until timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select a.id, a.display_name, a.password_hash, a.installation_administrator, a.locked_until
  from accounts a where a.username = wanted
$$;

create function schools_of_account(wanted uuid)
  returns table (school_id uuid, school_name text, staff_id uuid, display_name text, roles text[])
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id, s.name, m.id, m.display_name, m.roles
  from staff m join schools s on s.id = m.school_id where m.account_id = wanted order by s.name, s.id
$$;

create function sign_in_failed(account uuid, at timestamptz, attempts_allowed integer, locked_for interval)
  returns boolean
  language sql security definer set search_path = public, pg_temp
as $$
  update accounts set
    failed_attempts = case when failed_attempts + 1 >= attempts_allowed then 0 else failed_attempts + 1 end,
    locked_until = case when failed_attempts + 1 >= attempts_allowed then at + locked_for else locked_until end
  where id = account
  returning locked_until is not null and locked_until > at
$$;

create function sign_in_succeeded(account uuid) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  update accounts set failed_attempts = 0, locked_until = null
  where id = account and (failed_attempts > 0 or locked_until is not null)
$$;

create function accounts_exist() returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from accounts) $$;

-- The account of this username, made unless it is there; a person who works at two schools has one account.
create function account_named(new_id uuid, wanted text, shown text, hash text, at timestamptz)
  returns table (id uuid, has_password boolean)
  language sql security definer set search_path = public, pg_temp
as $$
  insert into accounts (id, username, display_name, password_hash, created_at)
  values (new_id, wanted, shown, hash, at)
  on conflict (username) do nothing;
  select a.id, a.password_hash is not null from accounts a where a.username = wanted
$$;

create function link_made(new_id uuid, why text, hash bytea, account uuid, at timestamptz, until timestamptz)
  returns void
  language sql security definer set search_path = public, pg_temp
as $$
  delete from setup_links where purpose = why and account_id is not distinct from account;
  insert into setup_links (id, purpose, token_hash, account_id, created_at, expires_at)
  values (new_id, why, hash, account, at, until)
$$;

create function link_opens(why text, hash bytea, at timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from setup_links l
    where l.purpose = why and l.token_hash = hash and l.used_at is null and l.expires_at > at
      and (why <> 'FIRST_ADMINISTRATOR' or not exists (select from accounts)))
$$;

create function first_administrator_made(hash bytea, new_id uuid, wanted text, shown text, password text,
                                         at timestamptz)
  returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  -- Two people with the link: one of them makes the account.
  lock table accounts in share row exclusive mode;
  if not link_opens('FIRST_ADMINISTRATOR', hash, at) then
    return false;
  end if;
  insert into accounts (id, username, display_name, password_hash, installation_administrator, created_at)
  values (new_id, wanted, shown, password, true, at);
  update setup_links set used_at = at where token_hash = hash;
  return true;
end
$$;

create function password_set(hash bytea, password text, at timestamptz) returns uuid
  language sql security definer set search_path = public, pg_temp
as $$
  with used as (
    update setup_links l set used_at = at
    where l.purpose = 'SET_PASSWORD' and l.token_hash = hash and l.used_at is null and l.expires_at > at
    returning l.account_id)
  update accounts a set password_hash = password, failed_attempts = 0, locked_until = null
  from used where a.id = used.account_id
  returning a.id
$$;

-- Notes the use at most once a minute, so that a busy token does not rewrite its row with every request.
create function token_used(hash bytea, at timestamptz)
  returns table (id uuid, school_id uuid, name text, scopes text[])
  language sql security definer set search_path = public, pg_temp
as $$
  update api_tokens t set last_used_at = at
  where t.token_hash = hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > at)
    and (t.last_used_at is null or t.last_used_at < at - interval '1 minute');
  select t.id, t.school_id, t.name, t.scopes from api_tokens t
  where t.token_hash = hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > at)
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to ${app_role};
