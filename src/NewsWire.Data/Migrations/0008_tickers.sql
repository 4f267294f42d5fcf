-- Releases are found by a ticker with its exchange (NYSE:ABC) and without (ABC), however the wire spaced it.
create function ticker_terms(tickers text[]) returns text[] language sql immutable strict parallel safe
  return (
    select coalesce(array_agg(distinct terms.term), '{}')
    from unnest(tickers) as ticker
    cross join lateral (values
      (upper(replace(ticker, ' ', ''))),
      (upper(replace(substring(ticker from position(':' in ticker) + 1), ' ', '')))) as terms (term));

create index release_by_ticker on release using gin (ticker_terms(tickers)) where tickers <> '{}';
