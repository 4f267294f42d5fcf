-- Shares of companies that a release only mentions; release.tickers holds the issuer's own.
alter table release add column mentioned_tickers text[] not null default '{}';

-- Pictures, logos, films and papers that a release carries or leads to.
create table release_media (
  release_id bigint not null references release (id) on delete cascade,
  position   integer not null,
  kind       text not null check (kind in ('photo', 'logo', 'video', 'audio', 'document')),
  url        text not null,
  type       text,
  title      text,
  credit     text,
  bytes      bigint,
  primary key (release_id, url)
);
