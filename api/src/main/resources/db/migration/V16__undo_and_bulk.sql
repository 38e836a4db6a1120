-- A decision can be taken back on the day it was made, by a row that names it; several alike say that they were made at once.

alter table decisions drop constraint decisions_outcome_check;
alter table decisions add constraint decisions_outcome_check
  check (outcome in ('ACCEPTED', 'OVERRIDDEN', 'DEFERRED', 'UNDONE'));
alter table decisions add corrects uuid;
alter table decisions add part_of uuid;
alter table decisions add bulk boolean not null default false;
alter table decisions add before_state text;
alter table decisions add before_deferred_until date;
alter table decisions add before_silenced boolean;
alter table decisions add before_silenced_until date;
alter table decisions add before_decided_term_id uuid;
alter table decisions add unique (school_id, recommendation, id);
alter table decisions add foreign key (school_id, recommendation, corrects)
  references decisions (school_id, recommendation, id);
alter table decisions add foreign key (school_id, part_of) references decisions (school_id, id);
alter table decisions add foreign key (school_id, before_decided_term_id) references terms;
alter table decisions add unique (school_id, corrects);
alter table decisions add check ((outcome = 'UNDONE') = (corrects is not null));
create index on decisions (school_id, part_of) where part_of is not null;
comment on column decisions.corrects is 'The row this one takes back: it stays, and no longer counts';
comment on column decisions.part_of is 'The override that accepted this one as what is done instead: both are taken back together';
comment on column decisions.bulk is 'Made together with others on the same intervention, after the reasons of each were shown';
comment on column decisions.before_state is
  'Where the recommendation stood before, so that taking the decision back restores it; null before decisions could be undone';

alter table recommendations add silenced_until date;
alter table recommendations add check (silenced_until is null or silenced);
comment on column recommendations.silenced is 'Overridden for a reason that lasts beyond the term: for good, or to the day silenced_until';
