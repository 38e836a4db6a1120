-- The last save of a draft can be undone, but for one that brought the draft up to date with what was published.
alter table rule_book_draft_files add column rebased boolean not null default false;
comment on column rule_book_draft_files.rebased is
  'Whether it was saved to bring the draft up to date: the draft began from another version before';
