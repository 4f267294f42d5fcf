-- Documents found together are due at the same time: without the id in the index, taking one from a folder of 100,000 files
-- would sort them all, for each document.
drop index document_due;
create index document_due on document (due_at, id) where state = 'due';

-- Finds a corrected release by its headline; without this index all releases of the issuer would be scanned.
create index release_by_headline on release using hash (lower(headline));
