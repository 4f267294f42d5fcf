-- Who publishes, where we read it, and what we remember of it: the scheduler has no other memory.

create table wire (
  key      text primary key,
  name     text not null,
  home     text,
  releases bigint not null default 0
);

create table source (
  id            integer generated always as identity primary key,
  key           text not null unique,
  wire          text not null references wire (key),
  kind          text not null check (kind in ('feed', 'list', 'folder', 'sample')),
  address       text not null,
  zone          text not null,
  configured    boolean not null default true,
  enabled       boolean not null default true,
  every_seconds integer not null check (every_seconds > 0),
  -- when to ask again, and who is asking now
  due_at        timestamptz not null default now(),
  leased_until  timestamptz,
  -- how to ask politely
  etag          text,
  last_modified text,
  -- what was asked and answered
  asked_at      timestamptz,
  answered_at   timestamptz,
  status_code   integer,
  answer        text,
  failures      integer not null default 0,
  releases_seen bigint not null default 0
);
create index source_due on source (due_at) where enabled and configured;

-- Every document a source led to: a release page named by a feed, a file dropped into a folder. Taken once each.
create table document (
  id           bigint generated always as identity primary key,
  source_id    integer not null references source (id) on delete cascade,
  address      text not null,
  mark         text not null default '',
  found_at     timestamptz not null,
  due_at       timestamptz not null,
  leased_until timestamptz,
  attempts     integer not null default 0,
  state        text not null default 'due' check (state in ('due', 'taken', 'refused')),
  settled_at   timestamptz,
  status_code  integer,
  reason       text,
  unique (source_id, address, mark)
);
create index document_due on document (due_at) where state = 'due';
create index document_refused on document (source_id, settled_at desc) where reason is not null;
