-- How much help a school can give in a term, and who was moved in the line for it. Who waits is worked out when it is read.

create table intervention_capacity (
  school_id uuid not null,
  term_id uuid not null,
  intervention text not null,
  places integer check (places between 0 and 10000),
  hours numeric(6, 2) check (hours >= 0),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (school_id, term_id, intervention),
  foreign key (school_id, term_id) references terms,
  foreign key (school_id, set_by) references staff
);
comment on table intervention_capacity is 'Where neither places nor hours are set there is no limit';

create table adviser_capacity (
  school_id uuid not null,
  term_id uuid not null,
  staff uuid not null,
  hours numeric(6, 2) check (hours >= 0),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (school_id, term_id, staff),
  foreign key (school_id, term_id) references terms,
  foreign key (school_id, staff) references staff on delete cascade,
  foreign key (school_id, set_by) references staff
);

create table capacity_moves (
  school_id uuid not null,
  id uuid not null,
  recommendation uuid not null,
  direction text not null check (direction in ('UP', 'BACK', 'NEED')),
  staff uuid not null,
  moved_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, recommendation) references recommendations,
  foreign key (school_id, staff) references staff
);
create index on capacity_moves (school_id, recommendation, moved_at);
comment on table capacity_moves is 'Before or behind the others who wait for the same, or by need again; the last stands';

create table capacity_move_texts (
  school_id uuid not null,
  move uuid not null,
  moved_by text not null,
  reason text not null,
  primary key (school_id, move),
  foreign key (school_id, move) references capacity_moves
);

alter table intervention_capacity enable row level security;
alter table intervention_capacity force row level security;
create policy of_the_school on intervention_capacity
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table adviser_capacity enable row level security;
alter table adviser_capacity force row level security;
create policy of_the_school on adviser_capacity
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table capacity_moves enable row level security;
alter table capacity_moves force row level security;
create policy of_the_school on capacity_moves
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table capacity_move_texts enable row level security;
alter table capacity_move_texts force row level security;
create policy of_the_school on capacity_move_texts
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert, update on intervention_capacity, adviser_capacity to ${app_role};
grant select, insert on capacity_moves, capacity_move_texts to ${app_role};
