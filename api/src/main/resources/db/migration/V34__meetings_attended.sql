-- A meeting of several that was attended: it does not deliver the help yet.

alter table deliveries drop constraint deliveries_what_check;
alter table deliveries add constraint deliveries_what_check check (what in
  ('PLANNED', 'ATTENDED', 'DELIVERED', 'DID_NOT_ATTEND', 'CANCELLED', 'UNDONE'));
