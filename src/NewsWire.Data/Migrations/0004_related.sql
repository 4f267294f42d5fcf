-- Related releases, computed when a release is stored, so that pages only read them.

create table term (
  term     text primary key,
  releases integer not null default 0
);

create table release_term (
  term         text not null,
  published_at timestamptz not null,
  release_id   bigint not null references release (id) on delete cascade,
  primary key (term, published_at, release_id)
);
create index release_term_release on release_term (release_id);

create table release_related (
  release_id   bigint not null references release (id) on delete cascade,
  related_id   bigint not null references release (id) on delete cascade,
  score        real not null,
  same_company boolean not null,
  subject_ids  integer[] not null,
  terms        text[] not null,
  primary key (release_id, related_id)
);
create index release_related_of on release_related (related_id);
