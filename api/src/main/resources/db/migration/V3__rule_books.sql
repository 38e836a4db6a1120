-- Rule books hold policy and no pupil's data: they belong to the installation, and every replica reads the one in force.

create table rule_books (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  origin text not null,
  files bytea not null,
  rules integer not null,
  scenarios integer not null,
  loaded_at timestamptz not null
);
comment on column rule_books.files is 'The files of the book as a zip: what was in force can be read again';

create table rule_book_in_force (
  one_row boolean primary key default true check (one_row),
  digest text not null references rule_books,
  since timestamptz not null
);

create table rule_book_attempts (
  id uuid primary key,
  digest text not null,
  origin text not null,
  tried_at timestamptz not null,
  problems jsonb not null
);
comment on table rule_book_attempts is 'The last reading of each origin, with what was wrong; empty problems: it is in force';
create unique index on rule_book_attempts (origin);

grant select, insert on rule_books to ${app_role};
grant select, insert, update on rule_book_in_force, rule_book_attempts to ${app_role};
