-- What a correction, or a notice of withdrawal, says of the release it names. The named release may be stored later: a feed
-- lists the newest first.
alter table release
  add column correction text check (correction in ('correction', 'withdrawal')),
  add column corrects_headline text,
  add column corrects_native_id text,
  add column corrects_date date;

create index release_waits_by_headline on release (lower(corrects_headline)) where correction is not null and corrects_id is null;
create index release_waits_by_native_id on release (via, corrects_native_id) where correction is not null and corrects_id is null;

-- Equal words of different weeks are different stories.
alter table story drop constraint story_fingerprint_key;
create index story_by_fingerprint on story (fingerprint);

-- Until now only one copy of a corrected release was marked, and a correction could be taken for a copy of it.
update release c set correction = case o.status when 'withdrawn' then 'withdrawal' else 'correction' end from release o where o.id = c.corrects_id;
update release s set status = o.status, revised_at = coalesce(s.revised_at, o.revised_at)
from release o join release c on c.corrects_id = o.id
where s.story_id = o.story_id and s.id <> o.id and s.correction is null and s.status = 'live';
update release c set story_id = null from release o where o.id = c.corrects_id and o.story_id = c.story_id;
update story s set copies = (select count(*) from release r where r.story_id = s.id and r.status <> 'withdrawn')
where s.id in (select o.story_id from release o join release c on c.corrects_id = o.id);
