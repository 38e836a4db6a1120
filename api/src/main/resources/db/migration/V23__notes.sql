-- Notes about students. Rows are only ever added, a mistake is put right by a further note; the text stands apart, so that
-- it can be erased. Who read a restricted note is kept.

create table notes (
  school_id uuid not null references schools,
  id uuid not null,
  student uuid not null,
  readers text[] not null,
  staff uuid not null,
  corrects uuid,
  written_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, student, id),
  unique (school_id, corrects),
  foreign key (school_id, student) references students on delete cascade,
  foreign key (school_id, student, corrects) references notes (school_id, student, id) on delete cascade,
  foreign key (school_id, staff) references staff
);
create index on notes (school_id, student);
comment on column notes.readers is 'The roles that may read it; empty: an ordinary note, for everybody who sees the student';
comment on column notes.corrects is 'The note that this one puts right; that one stays';

create table note_texts (
  school_id uuid not null,
  note uuid not null,
  written_by text not null,
  text text not null,
  primary key (school_id, note),
  foreign key (school_id, note) references notes on delete cascade
);

create table note_reads (
  school_id uuid not null,
  id uuid not null,
  note uuid not null,
  staff uuid not null,
  read_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, note) references notes on delete cascade,
  foreign key (school_id, staff) references staff
);
create index on note_reads (school_id, note);
comment on table note_reads is 'Every time somebody opened a restricted note';

alter table notes enable row level security;
alter table notes force row level security;
create policy of_the_school on notes
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table note_texts enable row level security;
alter table note_texts force row level security;
create policy of_the_school on note_texts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table note_reads enable row level security;
alter table note_reads force row level security;
create policy of_the_school on note_reads
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on notes, note_texts, note_reads to ${app_role};
