alter table rule_books add column checked_by text not null default '';
comment on column rule_books.checked_by is 'The release of Signpost that last ran the scenarios: another runs them again';

grant update (checked_by) on rule_books to ${app_role};
