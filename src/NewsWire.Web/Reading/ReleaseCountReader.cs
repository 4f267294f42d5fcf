using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using NewsWire.Data;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>How often something stands in a list.</summary>
/// <param name="Stories">The entries that the list would have if it were asked for too.</param>
/// <param name="Releases">The same with every copy of a story.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tally(int Stories, int Releases);

/// <summary>What a list holds, counted from its releases.</summary>
/// <param name="Complete">False where only the newest part of a long list was counted: all numbers are then too low.</param>
public sealed record ReleaseCounts(
    bool Complete, Tally All,
    IReadOnlyDictionary<SubjectKey, Tally> Topics, IReadOnlyDictionary<string, Tally> Wires, IReadOnlyDictionary<string, Tally> Languages)
{
    public static ReleaseCounts None { get; } = new(
        Complete: true, default, new Dictionary<SubjectKey, Tally>(), new Dictionary<string, Tally>(), new Dictionary<string, Tally>());
}

/// <summary>
/// Counts what a list holds: its entries, and those of each topic, wire and language within it. No more than
/// <see cref="Most"/> releases are read for it, and the result is kept for some seconds.
/// </summary>
public sealed class ReleaseCountReader(Database database, TimeProvider clock)
{
    /// <summary>How many releases are read at most. A list with more is not counted to its end.</summary>
    public const int Most = 10_000;

    private const int MostKept = 300;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Usable = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    public async Task<ReleaseCounts> ReadAsync(KnownFilter known, CancellationToken token)
    {
        if (known.MatchesNothing)
            return ReleaseCounts.None;
        var (now, key) = (clock.GetUtcNow(), Key(known));
        // Of many readers of one list, the first to find its counts aged counts again; the others need not wait.
        if (_kept.TryGetValue(key, out var kept) && (now - kept.At < Fresh || (now - kept.At < Usable && !kept.TryClaim())))
            return kept.Counts;
        var plan = ReleaseListPlan.ForCounts(known, Most, out var complete);
        var rows = await database.QueryAsync<CountRow>(plan.Sql, plan.Parameters, token);
        var counts = Count(rows, complete, known.Facets);
        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[key] = new Kept(now, counts);
        return counts;
    }

    // The days of two readers with the same address may be of two zones.
    private static string Key(KnownFilter known) => string.Create(
        CultureInfo.InvariantCulture, $"{known.Filter.Address()} {known.Range.From?.UtcTicks} {known.Range.Until?.UtcTicks}");

    private static ReleaseCounts Count(IReadOnlyList<CountRow> rows, bool complete, Facets facets)
    {
        var read = rows.First(row => row.Status.Length == 0).Story;
        var matching = rows.Where(row => row.Status.Length > 0).ToList();
        Dictionary<SubjectKey, Tally> topics = [];
        Dictionary<string, Tally> wires = [];
        Dictionary<string, Tally> languages = [];
        var stories = 0;
        HashSet<SubjectKey> topicsOfRow = [];
        // An entry of the list is a story in one status and language.
        foreach (var story in matching.GroupBy(row => (row.Story, row.Status, row.Language)))
        {
            stories++;
            HashSet<SubjectKey> topicsOfStory = [];
            HashSet<string> wiresOfStory = [];
            var first = true;
            foreach (var row in story)
            {
                topicsOfRow.Clear();
                foreach (var id in row.SubjectIds)
                    topicsOfRow.UnionWith(facets.TopicsOf(id));
                foreach (var topic in topicsOfRow)
                    Add(topics, topic, topicsOfStory.Add(topic));
                Add(wires, row.Wire, wiresOfStory.Add(row.Wire));
                Add(languages, Reading.Languages.Canonical(row.Language), first);
                first = false;
            }
        }

        return new ReleaseCounts(complete && read <= Most, new Tally(stories, matching.Count), topics, wires, languages);
    }

    private static void Add<T>(Dictionary<T, Tally> to, T key, bool first)
        where T : notnull
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(to, key, out _);
        tally = new Tally(tally.Stories + (first ? 1 : 0), tally.Releases + 1);
    }

    private sealed class Kept(DateTimeOffset at, ReleaseCounts counts)
    {
        private int _claimed;

        public DateTimeOffset At => at;

        public ReleaseCounts Counts => counts;

        public bool TryClaim() => Interlocked.Exchange(ref _claimed, 1) == 0;
    }

    private sealed record CountRow(long Story, string Status, string Language, string Wire, int[] SubjectIds);
}
