-- What a student named where the form has "something else": personal text beside the interview, which no rule reads.

alter table interview_circumstances add words jsonb not null default '{}' check (length(words::text) <= 20000);
comment on column interview_circumstances.words is 'Attribute to what the student called something else, as it was taken down';
