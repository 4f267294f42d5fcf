using NewsWire.Data;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Ingest.Store;

/// <summary>What became of a release that was stored.</summary>
/// <param name="NeedsRelating">True where its sidebar is still to be computed.</param>
internal sealed record Stored(long Id, long? StoryId, long? CompanyId, int[] SubjectIds, DateTimeOffset PublishedAt, bool IsNew, bool Changed, bool NeedsRelating);

/// <summary>
/// Stores each release once, however often and by whatever route it arrives. It is inserted first and read only on conflict; a
/// lead never replaces a text; the previous text is kept as a version; subjects are only added.
/// </summary>
internal sealed class ReleaseWriter(Database database, ReleaseNames names, TimeProvider time)
{
    // In characters. Shorter texts are too alike to be compared.
    private const int ShortestComparable = 80;

    private const string Insert = """
        insert into release (via, native_id, language, wire, source_id, published_at, published_as, published_text, published_zone, clamped,
          first_seen_at, complete, sample, headline, slug, summary, url, issuer, company_id, tickers, mentioned_tickers, categories, subject_ids, story_id, content_hash,
          correction, corrects_headline, corrects_native_id, corrects_date)
        values (@Via, @NativeId, @Language, @Wire, @SourceId, @PublishedAt, @PublishedAs, @PublishedText, @PublishedZone, @Clamped,
          @SeenAt, @Complete, @Sample, @Headline, @Slug, @Summary, @Url, @Issuer, @CompanyId, @Tickers, @MentionedTickers, @Categories, @SubjectIds, @StoryId, @ContentHash,
          @Correction, @CorrectsHeadline, @CorrectsNativeId, @CorrectsDate)
        on conflict (via, native_id, language) do nothing
        returning id
        """;

    private const string Known = """
        select id, wire, language, published_at, published_as, complete, sample, headline, slug, summary, issuer, company_id, tickers, mentioned_tickers, categories, subject_ids,
          story_id, content_hash, array(select url from release_media m where m.release_id = release.id) as media_urls, exists (select 1 from release_term t where t.release_id = release.id) as related
        from release where via = @Via and native_id = @NativeId and language = @Language for no key update
        """;

    private const string KeepVersion = """
        insert into release_version (release_id, version, seen_at, headline, body_html)
        select @Id, 1 + (select count(*) from release_version where release_id = @Id), @SeenAt, r.headline, b.body_html
        from release r join release_body b on b.release_id = r.id where r.id = @Id
        """;

    private const string Update = """
        update release set wire = @Wire, published_at = @PublishedAt, published_as = @PublishedAs, clamped = @Clamped, complete = @Complete,
          headline = @Headline, slug = @Slug, summary = @Summary, url = coalesce(@Url, url), issuer = @Issuer, company_id = @CompanyId,
          tickers = @Tickers, mentioned_tickers = @MentionedTickers, categories = @Categories, subject_ids = @SubjectIds, story_id = @StoryId, content_hash = @ContentHash,
          published_text = coalesce(@PublishedText, published_text), published_zone = coalesce(@PublishedZone, published_zone),
          correction = coalesce(@Correction, correction), corrects_headline = coalesce(@CorrectsHeadline, corrects_headline),
          corrects_native_id = coalesce(@CorrectsNativeId, corrects_native_id), corrects_date = coalesce(@CorrectsDate, corrects_date)
        where id = @Id
        """;

    private const string Revise = "update release set revised_at = @SeenAt, status = 'corrected' where id = @Id";

    private const string UpsertBody = """
        insert into release_body (release_id, subheadline, dateline, dateline_place, dateline_date, body_html, body_text, distributor)
        values (@Id, @Subheadline, @Dateline, @DatelinePlace, @DatelineDate, @BodyHtml, @BodyText, @Distributor)
        on conflict (release_id) do update set subheadline = excluded.subheadline, dateline = excluded.dateline, dateline_place = excluded.dateline_place,
          dateline_date = excluded.dateline_date, body_html = excluded.body_html, body_text = excluded.body_text, distributor = excluded.distributor
        """;

    private const string LinkSubjects = """
        delete from release_subject where release_id = @Id and (published_at <> @PublishedAt or not subject_id = any(@SubjectIds));
        insert into release_subject (subject_id, published_at, release_id) select subject_id, @PublishedAt, @Id from unnest(@SubjectIds) as subject_id
        on conflict do nothing
        """;

    private const string KnownLanguage = "select language from release where via = @Via and native_id = @NativeId order by id limit 1";

    private const string Withdraw = """
        update release set status = 'withdrawn', revised_at = coalesce(@SeenAt, revised_at)
        where via = @Via and native_id = @NativeId and language = @Language and status <> 'withdrawn'
        returning id, story_id, company_id, subject_ids, published_at
        """;

    /// <summary>Stores one release in a transaction of its own. One that is taken back is marked so where it is known, and never added.</summary>
    public async Task<Stored> SaveAsync(Release release, int? sourceId, CancellationToken token)
    {
        // Detection may differ between a lead and its page; the stored language is kept.
        if (release.LanguageGuessed && await database.FindAsync<string?>(KnownLanguage, new { release.Via, release.NativeId }, token) is { } known)
            release = release with { Language = known };
        if (release.Standing == Standing.Withdrawn)
            return await database.InTransactionAsync(transaction => WithdrawAsync(transaction, release), token);
        var companyId = await names.CompanyAsync(release, token);
        var subjectIds = await names.SubjectsAsync(release.Subjects, token);
        await names.WireAsync(release.Wire, token);
        var row = ReleaseRow.Of(release, sourceId, companyId, subjectIds, time.GetUtcNow());
        var fingerprint = release.Complete && release.BodyText.Length >= ShortestComparable ? Fingerprint.Of(release.BodyText) : null;
        return await database.InTransactionAsync(
            async transaction =>
            {
                // Only a full text has a story.
                var told = fingerprint is null ? row : row with { StoryId = await StoryStore.FindOrBeginAsync(transaction, release, fingerprint) };
                var inserted = await transaction.FindAsync<long?>(Insert, told);
                var urls = release.Media.Select(file => file.Url).ToArray();
                var stored = inserted is { } id ? await AddAsync(transaction, told with { Id = id }) : await MergeAsync(transaction, told, urls);
                if (stored.IsNew || stored.Changed)
                {
                    await MediaStore.SaveAsync(transaction, stored.Id, release.Media);
                    await CorrectionStore.SettleAsync(transaction, stored.Id, row.Correction is not null, row.SeenAt);
                }
                return stored;
            },
            token);
    }

    private async Task<Stored> WithdrawAsync(DatabaseTransaction transaction, Release release)
    {
        var known = await transaction.FindAsync<Withdrawn>(Withdraw, new { release.Via, release.NativeId, release.Language, SeenAt = time.GetUtcNow() });
        if (known is null)
            return new Stored(0, null, null, [], release.Published.Instant, IsNew: false, Changed: false, NeedsRelating: false);
        await StoryStore.CountCopiesAsync(transaction, known.StoryId, null);
        return new Stored(known.Id, known.StoryId, known.CompanyId, known.SubjectIds, known.PublishedAt, IsNew: false, Changed: true, NeedsRelating: false);
    }

    private static async Task<Stored> AddAsync(DatabaseTransaction transaction, ReleaseRow row)
    {
        await transaction.ExecuteAsync($"{UpsertBody};\n{LinkSubjects}", row);
        await StoryStore.CountCopiesAsync(transaction, row.StoryId, null);
        await Counters.MoveAsync(transaction, null, row.Counted);
        return new Stored(row.Id, row.StoryId, row.CompanyId, row.SubjectIds, row.PublishedAt, IsNew: true, Changed: true, NeedsRelating: true);
    }

    private static async Task<Stored> MergeAsync(DatabaseTransaction transaction, ReleaseRow coming, string[] mediaUrls)
    {
        var known = await transaction.FindAsync<KnownRelease>(Known, coming)
            ?? throw new InvalidOperationException("A release that was there a moment ago is gone.");
        var merged = Merge(known, coming with { Id = known.Id });
        var textChanged = (coming.Complete || !known.Complete) && !known.ContentHash.AsSpan().SequenceEqual(coming.ContentHash);
        var rowChanged = textChanged || Differ(known, merged) || mediaUrls.Except(known.MediaUrls).Any();
        if (!rowChanged)
            return new Stored(known.Id, known.StoryId, known.CompanyId, known.SubjectIds, known.PublishedAt, IsNew: false, Changed: false, NeedsRelating: !known.Related);

        if (textChanged)
        {
            var completes = coming.Complete && !known.Complete;
            if (!completes)
            {
                await transaction.ExecuteAsync(KeepVersion, merged);
                await transaction.ExecuteAsync(Revise, merged);
            }
            await transaction.ExecuteAsync(UpsertBody, merged);
        }
        await transaction.ExecuteAsync(Update, merged);
        await transaction.ExecuteAsync(LinkSubjects, merged);
        await StoryStore.CountCopiesAsync(transaction, known.StoryId, merged.StoryId);
        await Counters.MoveAsync(transaction, known.Counted, merged.Counted);
        return new Stored(known.Id, merged.StoryId, merged.CompanyId, merged.SubjectIds, merged.PublishedAt, IsNew: false, Changed: true, NeedsRelating: true);
    }

    private static ReleaseRow Merge(KnownRelease known, ReleaseRow coming)
    {
        var onlyLead = known.Complete && !coming.Complete;
        // Only a full text says which company a share belongs to.
        // A time is not replaced by a day without one; sample releases get a new date every day.
        var keepsTime = onlyLead || (!known.Sample && (known.PublishedAs == "instant" || coming.PublishedAs != "instant"));
        return coming with
        {
            Complete = known.Complete || coming.Complete,
            Wire = onlyLead ? known.Wire : coming.Wire,
            PublishedAt = keepsTime ? known.PublishedAt : coming.PublishedAt,
            PublishedAs = keepsTime ? known.PublishedAs : coming.PublishedAs,
            Headline = onlyLead ? known.Headline : coming.Headline,
            Slug = onlyLead ? known.Slug : coming.Slug,
            Summary = onlyLead ? known.Summary : coming.Summary,
            Issuer = known.Issuer ?? coming.Issuer,
            CompanyId = known.CompanyId ?? coming.CompanyId,
            Tickers = [.. onlyLead ? known.Tickers.Union(coming.Tickers.Except(known.MentionedTickers)) : known.Tickers.Except(coming.MentionedTickers).Union(coming.Tickers)],
            MentionedTickers = [.. known.MentionedTickers.Union(coming.MentionedTickers).Except(onlyLead ? known.Tickers : coming.Tickers)],
            Categories = [.. known.Categories.Union(coming.Categories)],
            SubjectIds = [.. known.SubjectIds.Union(coming.SubjectIds)],
            StoryId = onlyLead ? known.StoryId : coming.StoryId,
            ContentHash = onlyLead ? known.ContentHash : coming.ContentHash,
        };
    }

    private static bool Differ(KnownRelease known, ReleaseRow merged) =>
        known.Complete != merged.Complete || known.Wire != merged.Wire || known.PublishedAt != merged.PublishedAt || known.StoryId != merged.StoryId
        || known.Issuer != merged.Issuer || known.CompanyId != merged.CompanyId || known.Summary != merged.Summary
        || known.SubjectIds.Length != merged.SubjectIds.Length || !known.Tickers.SequenceEqual(merged.Tickers)
        || !known.MentionedTickers.SequenceEqual(merged.MentionedTickers) || known.Categories.Length != merged.Categories.Length;

    private sealed record Withdrawn(long Id, long? StoryId, long? CompanyId, int[] SubjectIds, DateTimeOffset PublishedAt);

    private sealed record KnownRelease(
        long Id, string Wire, string Language, DateTimeOffset PublishedAt, string PublishedAs, bool Complete, bool Sample, string Headline, string Slug,
        string Summary, string? Issuer, long? CompanyId, string[] Tickers, string[] MentionedTickers, string[] Categories, int[] SubjectIds, long? StoryId, byte[] ContentHash,
        string[] MediaUrls, bool Related)
    {
        public Counted Counted => new(Wire, Language, CompanyId, SubjectIds, DateOnly.FromDateTime(PublishedAt.UtcDateTime));
    }
}
