-- Whose book it is. A school, or a trust for its schools, writes a rule book in numbered versions; which one a school
-- judges by follows from its own and its trust's. Who has written none judges by the book in rule_book_in_force.

create table trusts (
  id uuid primary key,
  name text not null unique check (length(trim(name)) between 1 and 200),
  created_at timestamptz not null
);
alter table schools add column trust_id uuid references trusts;
comment on column schools.trust_id is 'Whose rule book reaches the school; null for a school that stands alone';

create table trust_editors (
  trust_id uuid not null references trusts,
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  primary key (trust_id, account_id)
);
comment on table trust_editors is 'Who may write and approve the trust''s book, at whichever of its schools they work';

create function owners_in_scope() returns uuid[]
  language sql stable parallel safe
  return schools_in_scope()
    || (select array_agg(distinct trust_id) from schools where id = any (schools_in_scope()) and trust_id is not null);
comment on function owners_in_scope() is 'The schools this transaction works for, and their trusts';

alter table trusts enable row level security;
alter table trusts force row level security;
create policy of_the_owner on trusts using (id = any ((select owners_in_scope())::uuid[]));
create policy for_functions on trusts to current_user using (true) with check (true);
alter table trust_editors enable row level security;
alter table trust_editors force row level security;
create policy of_the_owner on trust_editors using (trust_id = any ((select owners_in_scope())::uuid[]));
create policy for_functions on trust_editors to current_user using (true) with check (true);
grant select on trusts, trust_editors to ${app_role};

create function trust_named(new_id uuid, wanted text, at timestamptz) returns uuid
  language sql security definer set search_path = public, pg_temp
as $$
  insert into trusts (id, name, created_at) values (new_id, wanted, at) on conflict (name) do nothing;
  select id from trusts where name = wanted
$$;
create function trust_editor_added(trust uuid, wanted text, at timestamptz) returns boolean
  language sql security definer set search_path = public, pg_temp
as $$
  insert into trust_editors (trust_id, account_id, created_at)
  select trust, a.id, at from accounts a where a.username = wanted
  on conflict (trust_id, account_id) do update set created_at = trust_editors.created_at
  returning true
$$;
create function schools_of_trust(wanted uuid) returns table (id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp
as $$ select s.id, s.name from schools s where s.trust_id = wanted order by s.name, s.id $$;

create table rule_book_versions (
  owner_id uuid not null,
  number integer not null check (number > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  files bytea not null,
  rules integer not null,
  scenarios integer not null,
  draft uuid,
  rolled_back_to integer check (rolled_back_to >= 0 and rolled_back_to < number),
  reason text not null check (length(trim(reason)) between 1 and 4000),
  changes jsonb not null,
  author text not null,
  author_account uuid references accounts,
  approver text not null,
  approver_account uuid references accounts,
  published_at timestamptz not null,
  primary key (owner_id, number)
);
comment on column rule_book_versions.files is 'The owner''s own files as a zip: of a school in a trust its additions alone';
comment on column rule_book_versions.changes is 'What is otherwise than in the version before, in words';
comment on column rule_book_versions.author_account is 'Null when the change came from a folder, which nobody signs';
alter table rule_book_versions enable row level security;
alter table rule_book_versions force row level security;
create policy of_the_owner on rule_book_versions
  using (owner_id = any ((select owners_in_scope())::uuid[]))
  with check (owner_id = any ((select owners_in_scope())::uuid[]));
grant select, insert on rule_book_versions to ${app_role};

create table books_of_schools (
  school_id uuid not null references schools,
  digest text not null references rule_books,
  trust_version integer not null check (trust_version >= 0),
  school_version integer not null check (school_version >= 0),
  since timestamptz not null,
  primary key (school_id)
);
comment on table books_of_schools is 'The book each school judges by, of which versions; without a row, the one in rule_book_in_force';
alter table books_of_schools enable row level security;
alter table books_of_schools force row level security;
create policy of_the_school on books_of_schools
  using (school_id = any ((select schools_in_scope())::uuid[]))
  with check (school_id = any ((select schools_in_scope())::uuid[]));
create policy for_functions on books_of_schools for select to current_user using (true);
grant select, insert, update, delete on books_of_schools to ${app_role};

create table book_conflicts (
  school_id uuid not null references schools,
  trust_version integer not null,
  school_version integer not null,
  problems jsonb not null,
  found_at timestamptz not null,
  primary key (school_id)
);
comment on table book_conflicts is 'Why a school''s additions could not go on top of its trust''s version: it keeps the book it had';
alter table book_conflicts enable row level security;
alter table book_conflicts force row level security;
create policy of_the_school on book_conflicts
  using (school_id = any ((select schools_in_scope())::uuid[]))
  with check (school_id = any ((select schools_in_scope())::uuid[]));
grant select, insert, update, delete on book_conflicts to ${app_role};

create function books_in_force() returns table (school_id uuid, digest text)
  language sql stable security definer set search_path = public, pg_temp
as $$ select b.school_id, b.digest from books_of_schools b $$;

-- A second person approves; where a school has one head of destinations, that is a senior leader.
alter table staff drop constraint staff_roles_check;
alter table staff add constraint staff_roles_check check (cardinality(roles) > 0
  and roles <@ array['ADVISER', 'TUTOR', 'HEAD_OF_DESTINATIONS', 'SENIOR_LEADER', 'ADMINISTRATOR']);

revoke execute on function owners_in_scope(), trust_named(uuid, text, timestamptz),
  trust_editor_added(uuid, text, timestamptz), schools_of_trust(uuid), books_in_force() from public;
grant execute on function owners_in_scope(), trust_named(uuid, text, timestamptz),
  trust_editor_added(uuid, text, timestamptz), schools_of_trust(uuid), books_in_force() to ${app_role};
