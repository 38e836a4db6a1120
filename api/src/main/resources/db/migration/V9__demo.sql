-- Whether this database holds the demonstration region. One row at most, and only the demonstration writes it.

create table demonstration (
  one_row boolean primary key default true check (one_row),
  mis_token text not null,
  loaded_at timestamptz
);
comment on table demonstration is 'Invented schools with known passwords: Signpost without the profile demo refuses such a database';
comment on column demonstration.mis_token is 'The token shown to whoever tries the demonstration; guards invented data only';
grant select, insert, update on demonstration to ${app_role};
