-- Why a source or a document could not be read (FailureKind in lower case), and what the operator can change about it.
alter table source add column failure text, add column remedy text;
alter table document add column failure text, add column remedy text;

-- What failed before had only a sentence: sources are asked again at once, and documents get the kind their answer tells.
update source set failures = 0, status_code = null, answer = null, asked_at = null, due_at = now() where failures > 0;
update document set
  failure = case
    when reason like 'NewsWire stumbled%' then 'internal'
    when status_code in (404, 410) then 'missing'
    when status_code in (401, 403) then 'denied'
    when status_code = 429 then 'limited'
    when status_code >= 500 then 'server'
    else 'unreadable' end,
  remedy = case when reason like 'NewsWire stumbled%' then 'See the server log.' end,
  reason = case when reason like 'NewsWire stumbled%' then 'Internal error while processing this document.' else reason end
where reason is not null and state <> 'taken';

alter table source add check (failure in ('blocked', 'invalid', 'missing', 'server', 'limited', 'denied', 'unexpected', 'unreachable', 'timeout', 'unreadable', 'folder', 'internal'));
alter table source add check ((failures > 0) = (failure is not null));
alter table document add check (failure in ('blocked', 'invalid', 'missing', 'server', 'limited', 'denied', 'unexpected', 'unreachable', 'timeout', 'unreadable', 'folder', 'internal'));

-- The wires page tells documents that failed from those that were taken with a remark.
drop index document_refused;
create index document_failed on document (source_id, settled_at desc) where failure is not null;
create index document_remarked on document (source_id, settled_at desc) where reason is not null and failure is null;
create index document_blocked on document (source_id) where failure = 'blocked';
