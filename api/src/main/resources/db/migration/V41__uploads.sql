-- What somebody has uploaded for a draft and not yet put into it: the draft is changed once they have seen what would change.
create table rule_book_uploads (
  owner_id uuid not null,
  draft uuid not null,
  id uuid not null,
  what text not null check (length(trim(what)) between 1 and 300),
  base integer not null,
  revision integer not null,
  files bytea not null check (length(files) <= 18000000),
  uploaded_by text not null,
  uploaded_account uuid references accounts,
  uploaded_at timestamptz not null,
  primary key (owner_id, draft, id),
  foreign key (owner_id, draft) references rule_book_drafts
);
comment on column rule_book_uploads.revision is 'The draft''s when the files arrived: what was saved since is not overwritten';
comment on column rule_book_uploads.files is 'All the owner''s files as they would be, as a zip';
alter table rule_book_uploads enable row level security;
alter table rule_book_uploads force row level security;
create policy of_the_owner on rule_book_uploads
  using (owner_id = any ((select owners_in_scope())::uuid[]))
  with check (owner_id = any ((select owners_in_scope())::uuid[]));
grant select, insert, delete on rule_book_uploads to ${app_role};
