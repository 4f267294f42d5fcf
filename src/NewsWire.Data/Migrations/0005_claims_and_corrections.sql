-- Documents found together are due at one instant: without the id in the index, taking the first of a folder of a hundred
-- thousand files sorts them all, once for each document.
drop index document_due;
create index document_due on document (due_at, id) where state = 'due';

-- A correction names what it corrects by its headline, which without this is looked for in all its issuer ever published.
create index release_by_headline on release using hash (lower(headline));
