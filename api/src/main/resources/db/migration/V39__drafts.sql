-- Drafts of an owner's book: the files that are otherwise than in the version the draft began from, each as often as it was
-- saved, so that two people who edit at once can be told apart.
create table rule_book_drafts (
  owner_id uuid not null,
  id uuid not null,
  name text not null check (length(trim(name)) between 1 and 200),
  base integer not null check (base >= 0),
  revision integer not null check (revision >= 0),
  state text not null check (state in ('DRAFT', 'PROPOSED', 'APPROVED', 'PUBLISHED', 'DISCARDED')),
  source text not null check (source in ('PAGE', 'FOLDER')),
  author text not null,
  author_account uuid references accounts,
  reason text not null default '' check (length(reason) <= 4000),
  from_day date,
  proposed_by text,
  proposed_account uuid references accounts,
  proposed_at timestamptz,
  decided_by text,
  decided_account uuid references accounts,
  decided_at timestamptz,
  answer text not null default '' check (length(answer) <= 4000),
  digest text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (owner_id, id),
  check ((state in ('PROPOSED', 'APPROVED', 'PUBLISHED')) <= (proposed_at is not null and digest is not null)),
  check ((state in ('APPROVED', 'PUBLISHED')) <= (decided_at is not null))
);
comment on column rule_book_drafts.base is 'The version it began from; 0 for what was before the first';
comment on column rule_book_drafts.revision is 'Counts every change of the draft: who sends an older one is told what changed';
comment on column rule_book_drafts.answer is 'What the person who decided wrote: why it came back, or what they approve';
comment on column rule_book_drafts.digest is 'Of the owner''s files as proposed: what is approved and published is this and nothing else';
alter table rule_book_drafts enable row level security;
alter table rule_book_drafts force row level security;
create policy of_the_owner on rule_book_drafts
  using (owner_id = any ((select owners_in_scope())::uuid[]))
  with check (owner_id = any ((select owners_in_scope())::uuid[]));
grant select, insert, update on rule_book_drafts to ${app_role};

create table rule_book_draft_files (
  owner_id uuid not null,
  draft uuid not null,
  path text not null check (length(path) between 1 and 300),
  revision integer not null,
  content bytea,
  saved_by text not null,
  saved_account uuid references accounts,
  saved_at timestamptz not null,
  primary key (owner_id, draft, path, revision),
  foreign key (owner_id, draft) references rule_book_drafts
);
comment on column rule_book_draft_files.content is 'Null when the file was taken away';
alter table rule_book_draft_files enable row level security;
alter table rule_book_draft_files force row level security;
create policy of_the_owner on rule_book_draft_files
  using (owner_id = any ((select owners_in_scope())::uuid[]))
  with check (owner_id = any ((select owners_in_scope())::uuid[]));
grant select, insert on rule_book_draft_files to ${app_role};

create policy for_functions on rule_book_drafts for select to current_user using (true);
create policy for_functions on rule_book_versions for select to current_user using (true);
create policy for_functions on book_conflicts for select to current_user using (true);

create function drafts_due(today date) returns table (draft uuid, owner uuid, trust boolean, school uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select d.id, d.owner_id, t.id is not null,
    coalesce((select s.id from schools s where s.trust_id = t.id order by s.id limit 1), d.owner_id)
  from rule_book_drafts d left join trusts t on t.id = d.owner_id
  where d.state = 'APPROVED' and d.from_day <= today
    and (t.id is null or exists (select from schools s where s.trust_id = t.id))
  order by d.from_day, d.decided_at
$$;

-- Schools that neither judge by their last versions nor have been told why not.
create function books_behind() returns table (school_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with last as (select owner_id, max(number) as number from rule_book_versions group by owner_id),
  wanted as (
    select s.id, coalesce(t.number, 0) as trust, coalesce(o.number, 0) as own
    from schools s left join last t on t.owner_id = s.trust_id left join last o on o.owner_id = s.id)
  select w.id from wanted w
  left join books_of_schools b on b.school_id = w.id
  left join book_conflicts c on c.school_id = w.id
  where (w.trust, w.own) is distinct from (coalesce(b.trust_version, 0), coalesce(b.school_version, 0))
    and (w.trust, w.own) is distinct from (c.trust_version, c.school_version)
$$;

revoke execute on function drafts_due(date), books_behind() from public;
grant execute on function drafts_due(date), books_behind() to ${app_role};
