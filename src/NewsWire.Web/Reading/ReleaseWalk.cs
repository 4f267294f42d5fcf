namespace NewsWire.Web.Reading;

/// <summary>What a list is read by.</summary>
internal enum WalkKind
{
    /// <summary>All releases, by date.</summary>
    Newest,

    /// <summary>The releases of each subject of a clause, by date.</summary>
    Subject,

    /// <summary>The releases of each wire, by date.</summary>
    Wire,

    /// <summary>The releases of each language, by date.</summary>
    Language,

    /// <summary>The releases of a company, by date.</summary>
    Company,

    /// <summary>All releases that carry a ticker, which are few and have no order.</summary>
    Ticker,
}

/// <summary>
/// The index ranges that a list is read from: those of the rarest thing that was asked for. All else is tested on the rows.
/// The counters say what is rare; PostgreSQL's planner would have to guess.
/// </summary>
/// <param name="Values">One range for each: subject ids, wires, languages or a company's id.</param>
/// <param name="Releases">How many releases all ranges hold.</param>
internal sealed record ReleaseWalk(WalkKind Kind, Array Values, long Releases)
{
    public static ReleaseWalk Choose(KnownFilter known, int take)
    {
        var total = known.Facets.Wires.Sum(wire => wire.Releases);
        var topic = known.Wanted.Select(Topic).MinBy(walk => walk.Releases);
        var other = Others(known)
            .Where(walk => walk.Kind != WalkKind.Ticker || !IsCommon(walk.Releases, total, take))
            .MinBy(walk => walk.Releases);
        if (topic is not null
            && (other is null || (topic.Releases <= other.Releases && !(topic.Values.Length > 1 && IsCommon(topic.Releases, total, take)))))
        {
            return topic;
        }

        return other ?? new ReleaseWalk(WalkKind.Newest, Array.Empty<int>(), total);
    }

    // A wire files under its own subjects only: asked for its releases of a topic, the ranges of the other wires' subjects would be
    // read to their ends and add nothing. By date, a page is full as soon as the topic is common; a rare topic's ranges are short.
    // Between the two lies the geometric mean of a page and all releases. The same holds for tickers, which have to be sorted.
    private static bool IsCommon(long releases, long total, int take) => (double)releases * releases > (double)take * total;

    private static ReleaseWalk Topic(SubjectFacet[] clause) =>
        new(WalkKind.Subject, clause.Select(subject => subject.Id).ToArray(), clause.Sum(subject => subject.Releases));

    private static IEnumerable<ReleaseWalk> Others(KnownFilter known)
    {
        if (known.Ticker is { } ticker)
            yield return new ReleaseWalk(WalkKind.Ticker, Array.Empty<int>(), ticker.Releases);
        if (known.Company is { } company)
            yield return new ReleaseWalk(WalkKind.Company, new[] { company.Id }, company.Releases);
        if (known.Wires is { } wires)
            yield return new ReleaseWalk(WalkKind.Wire, wires.Select(wire => wire.Key).ToArray(), wires.Sum(wire => wire.Releases));
        if (known.Languages is { } languages)
        {
            yield return new ReleaseWalk(
                WalkKind.Language, languages.SelectMany(language => language.Codes).ToArray(), languages.Sum(language => language.Releases));
        }
    }
}
