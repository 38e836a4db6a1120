-- Whose caseload a student is, who stands in for whom, and which tutor has which group.
--
-- Rows are only ever added. Every change has a number, counted in each school; the highest stands.

create table assignment_changes (
  school_id uuid not null references schools,
  number integer not null check (number > 0),
  kind text not null check (kind in ('RULES', 'BY_HAND', 'MOVED', 'COVER', 'COVER_ENDED', 'TUTOR_GROUPS')),
  sets_rules boolean not null default false,
  students integer not null default 0 check (students >= 0),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (school_id, number),
  foreign key (school_id, made_by) references staff
);
comment on column assignment_changes.sets_rules is 'Its rows in assignment_rules, even none, are the rules from then on';
comment on column assignment_changes.students is 'How many have another adviser after it than before';
create index assignment_changes_rules on assignment_changes (school_id, number) where sets_rules;

create table assignment_rules (
  school_id uuid not null,
  change integer not null,
  position integer not null check (position > 0),
  year text,
  reg_group text,
  staff uuid not null,
  primary key (school_id, change, position),
  foreign key (school_id, change) references assignment_changes,
  foreign key (school_id, staff) references staff
);
comment on table assignment_rules is 'A student follows the first that fits; a null fits everybody';

create table assignments (
  school_id uuid not null,
  student uuid not null,
  change integer not null,
  staff uuid,
  primary key (school_id, student, change),
  foreign key (school_id, student) references students,
  foreign key (school_id, change) references assignment_changes,
  foreign key (school_id, staff) references staff
);
comment on table assignments is 'Given to an adviser by hand, over any rule';
comment on column assignments.staff is 'Null: the student follows the rules again';

create table covers (
  school_id uuid not null,
  change integer not null,
  stand_in uuid not null,
  absent uuid not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  primary key (school_id, change, stand_in),
  foreign key (school_id, change) references assignment_changes,
  foreign key (school_id, stand_in) references staff,
  foreign key (school_id, absent) references staff,
  check (stand_in <> absent)
);
create index on covers (school_id, stand_in, ends_on);
comment on table covers is 'From day to day, both counted, a colleague stands in for one who is away';

create table cover_ends (
  school_id uuid not null,
  cover integer not null,
  change integer not null,
  last_day date not null,
  primary key (school_id, cover, change),
  foreign key (school_id, cover) references assignment_changes,
  foreign key (school_id, change) references assignment_changes
);
comment on table cover_ends is 'Cover that ended before its day; a last day before its first says it never was';

create table tutor_groups (
  school_id uuid not null,
  change integer not null,
  reg_group text not null,
  position integer not null check (position between 0 and 2),
  staff uuid,
  primary key (school_id, change, reg_group, position),
  foreign key (school_id, change) references assignment_changes,
  foreign key (school_id, staff) references staff,
  check ((position = 0) = (staff is null))
);
create index on tutor_groups (school_id, reg_group, change);
comment on table tutor_groups is 'The rows of the last change to a group are its tutors; position 0 stands for none';

alter table assignment_changes enable row level security;
alter table assignment_changes force row level security;
create policy of_the_school on assignment_changes
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table assignment_rules enable row level security;
alter table assignment_rules force row level security;
create policy of_the_school on assignment_rules
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table assignments enable row level security;
alter table assignments force row level security;
create policy of_the_school on assignments
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table covers enable row level security;
alter table covers force row level security;
create policy of_the_school on covers
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table cover_ends enable row level security;
alter table cover_ends force row level security;
create policy of_the_school on cover_ends
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
alter table tutor_groups enable row level security;
alter table tutor_groups force row level security;
create policy of_the_school on tutor_groups
  using (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]))
  with check (school_id = any (string_to_array(nullif(current_setting('signpost.schools', true), ''), ',')::uuid[]));
grant select, insert on assignment_changes, assignment_rules, assignments, covers, cover_ends, tutor_groups to ${app_role};

-- Every student of a school, with the one whose caseload they are: given by hand, else by the first rule that fits, else
-- nobody (null).
-- Each part is looked up by itself, so that a plan made before the tables were analysed is a good one too.
create view assigned with (security_invoker = true) as
  select s.school_id, s.id as student, y.value as year, s.reg_group, coalesce(h.staff, r.staff) as staff,
    h.staff is not null as by_hand, r.staff as by_rule
  from students s
  left join lateral (
    select o.value from observations o
    where o.school_id = s.school_id and o.student = s.id and o.attribute = 'nc_year' and o.superseded_at is null
    limit 1) y on true
  left join lateral (
    select a.staff from assignments a where a.school_id = s.school_id and a.student = s.id
    order by a.change desc limit 1) h on true
  left join lateral (
    select f.staff from assignment_rules f
    where f.school_id = s.school_id
      and f.change = (select max(c.number) from assignment_changes c where c.school_id = s.school_id and c.sets_rules)
      and (f.year is null or f.year = y.value) and (f.reg_group is null or f.reg_group = s.reg_group)
    order by f.position limit 1) r on true;

-- Cover as it stands: from day to day, both counted.
create view standing_covers with (security_invoker = true) as
  select * from (
    select c.school_id, c.change as cover, c.stand_in, c.absent, c.starts_on,
      least(c.ends_on, (select min(e.last_day) from cover_ends e where e.school_id = c.school_id and e.cover = c.change))
        as ends_on
    from covers c) ended
  where ends_on >= starts_on;

-- The tutors of each group, as they stand.
create view group_tutors with (security_invoker = true) as
  select g.school_id, g.reg_group, g.position, g.staff from tutor_groups g
  where g.position > 0 and g.change = (select max(l.change) from tutor_groups l
    where l.school_id = g.school_id and l.reg_group = g.reg_group);

-- Whom somebody answers for on a day: their own students, and those of whoever they stand in for.
create function caseload_of(school uuid, member uuid, on_day date)
  returns table (student uuid, stands_in_for uuid)
  language sql stable
as $$
  select a.student, nullif(a.staff, member) from assigned a
  where a.school_id = school and (a.staff = member or a.staff in (select c.absent from standing_covers c
    where c.school_id = school and c.stand_in = member and on_day between c.starts_on and c.ends_on))
$$;
revoke execute on function caseload_of(uuid, uuid, date) from public;
grant execute on function caseload_of(uuid, uuid, date) to ${app_role};
grant select on assigned, standing_covers, group_tutors to ${app_role};
