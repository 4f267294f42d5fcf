-- Subjects are (scheme, code, name): the same code has different meanings in different schemes.

create table subject (
  id       integer generated always as identity primary key,
  scheme   text not null,
  code     text not null,
  name     text not null,
  medtop   text,
  releases bigint not null default 0,
  unique (scheme, code)
);

create table subject_day (
  subject_id integer not null references subject (id),
  day        date not null,
  releases   integer not null,
  primary key (subject_id, day)
);
