using System.Runtime.InteropServices;

namespace NewsWire.Data.Subjects;

/// <summary>
/// The one directory over all vocabularies: subjects that mean the same are one topic, led by the list that stands first,
/// and a topic may be a kind of a broader one. The files name single ties; this draws the conclusions, both ways.
/// </summary>
internal sealed class TopicTree
{
    private readonly Dictionary<SubjectKey, SubjectKey> _topicOf = [];
    private readonly ILookup<SubjectKey, Subject> _members;
    private readonly ILookup<SubjectKey, SubjectKey> _broader;

    /// <param name="entries">All vocabularies, in the order in which they lead.</param>
    public TopicTree(IReadOnlyList<VocabularyEntry> entries)
    {
        var known = entries.Select(entry => entry.Subject.Key).ToHashSet();
        if (entries.SelectMany(entry => new[] { entry.Same, entry.Broader }).OfType<SubjectKey>().FirstOrDefault(key => !known.Contains(key)) is { Scheme: not null } stray)
            throw new InvalidOperationException($"A vocabulary speaks of {stray}, which no vocabulary has.");

        var joined = entries.SelectMany(entry => Ties(entry.Subject.Key, entry.Same)).ToLookup(tie => tie.From, tie => tie.To);
        // What is retired leads nothing that lives.
        foreach (var entry in entries.OrderBy(entry => entry.Subject.Retired))
            Join(entry.Subject.Key, entry.Subject.Key);
        _members = entries.ToLookup(entry => _topicOf[entry.Subject.Key], entry => entry.Subject);
        _broader = entries.Where(entry => entry.Broader is not null)
            .Select(entry => (Topic: _topicOf[entry.Subject.Key], Broader: _topicOf[entry.Broader!.Value]))
            .Where(tie => tie.Topic != tie.Broader).Distinct()
            .ToLookup(tie => tie.Topic, tie => tie.Broader);

        void Join(SubjectKey key, SubjectKey topic)
        {
            if (!_topicOf.TryAdd(key, topic))
                return;
            foreach (var next in joined[key])
                Join(next, topic);
        }
    }

    public SubjectKey TopicOf(SubjectKey known) => _topicOf[known];

    public IEnumerable<Subject> MembersOf(SubjectKey topic) => _members[topic];

    /// <summary>The topics right above.</summary>
    public IEnumerable<SubjectKey> Broader(SubjectKey topic) => _broader[topic];

    /// <summary>
    /// Every topic that takes this one in, itself first. Subjects of one wire's list stand beside each other, whatever
    /// others say: earnings forecasts are not filed under earnings there. Only the Media Topics are a tree of their own.
    /// </summary>
    public IEnumerable<SubjectKey> Within(SubjectKey topic)
    {
        HashSet<SubjectKey> seen = [topic];
        Queue<SubjectKey> next = new([topic]);
        while (next.TryDequeue(out var above))
        {
            if (above == topic || above.Scheme != topic.Scheme || topic.Scheme == SubjectCatalog.Medtop)
                yield return above;
            foreach (var broader in _broader[above].Where(seen.Add))
                next.Enqueue(broader);
        }
    }

    private static IEnumerable<Tie> Ties(SubjectKey key, SubjectKey? same) => same is { } other ? [new(key, other), new(other, key)] : [];

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Tie(SubjectKey From, SubjectKey To);
}
