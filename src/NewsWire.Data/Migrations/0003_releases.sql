create table company (
  id       bigint generated always as identity primary key,
  key      text not null unique,
  name     text not null,
  releases bigint not null default 0
);

create table language (
  code     text primary key,
  releases bigint not null default 0
);

-- A story groups copies of a release on several wires or mirrors.
create table story (
  id          bigint generated always as identity primary key,
  fingerprint bytea not null unique,
  signature   bytea,
  copies      integer not null default 0
);

-- MinHash bands: a near copy shares at least one band of its signature with the story.
create table story_band (
  band     bigint not null,
  story_id bigint not null references story (id) on delete cascade,
  primary key (band, story_id)
);

create table release (
  id             bigint generated always as identity primary key,
  -- identity: the wire it was received from, that wire's own id, the language
  via            text not null references wire (key),
  native_id      text not null,
  language       text not null,
  -- the wire that distributed it; differs from via only for mirrors
  wire           text not null references wire (key),
  source_id      integer references source (id) on delete set null,
  published_at   timestamptz not null,
  published_as   text not null default 'instant' check (published_as in ('instant', 'day', 'seen')),
  published_text text,
  published_zone text,
  clamped        boolean not null default false,
  first_seen_at  timestamptz not null,
  revised_at     timestamptz,
  status         text not null default 'live' check (status in ('live', 'corrected', 'withdrawn')),
  corrects_id    bigint references release (id) on delete set null,
  complete       boolean not null,
  sample         boolean not null default false,
  headline       text not null,
  slug           text not null,
  summary        text not null,
  url            text,
  issuer         text,
  company_id     bigint references company (id),
  tickers        text[] not null default '{}',
  categories     text[] not null default '{}',
  subject_ids    integer[] not null default '{}',
  -- null while only the lead has been received
  story_id       bigint references story (id),
  content_hash   bytea not null,
  unique (via, native_id, language)
) with (toast_tuple_target = 256);

-- Lists read only the release row; longer texts are in separate tables.
alter table release alter column headline set storage main;
alter table release alter column summary set storage main;
alter table release alter column url set storage main;

create index release_newest on release (published_at desc, id desc);
create index release_by_wire on release (wire, published_at desc, id desc);
create index release_by_language on release (language, published_at desc, id desc);
create index release_by_company on release (company_id, published_at desc, id desc) where company_id is not null;
create index release_by_story on release (story_id) where story_id is not null;
create index release_by_subjects on release using gin (subject_ids);
create index release_corrections on release (corrects_id) where corrects_id is not null;
create index release_by_source on release (source_id, id desc) where source_id is not null;

create table release_subject (
  subject_id   integer not null references subject (id),
  published_at timestamptz not null,
  release_id   bigint not null references release (id) on delete cascade,
  primary key (subject_id, published_at, release_id)
);
create index release_subject_release on release_subject (release_id);

create table release_body (
  release_id     bigint primary key references release (id) on delete cascade,
  subheadline    text,
  dateline       text,
  dateline_place text,
  dateline_date  date,
  body_html      text not null,
  body_text      text not null,
  distributor    text
);

-- Earlier versions of a release's text.
create table release_version (
  release_id bigint not null references release (id) on delete cascade,
  version    integer not null,
  seen_at    timestamptz not null,
  headline   text not null,
  body_html  text not null,
  primary key (release_id, version)
);
