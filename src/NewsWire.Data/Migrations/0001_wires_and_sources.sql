-- Wires, their sources, and the scheduler's state, which is kept nowhere else.

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
  -- schedule and current lease
  due_at        timestamptz not null default now(),
  leased_until  timestamptz,
  -- validators for conditional requests, and back-off
  etag          text,
  last_modified text,
  -- requests and results
  asked_at      timestamptz,
  answered_at   timestamptz,
  status_code   integer,
  answer        text,
  failures      integer not null default 0,
  releases_seen bigint not null default 0
);
create index source_due on source (due_at) where enabled and configured;

-- Every document found through a source: a release page linked from a feed, a file in a folder. Each is read once.
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
