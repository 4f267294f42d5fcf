using System.Runtime.InteropServices;

namespace NewsWire.Data.Subjects;

/// <summary>
/// The topics of all vocabularies: equivalent subjects form one topic, represented by the first vocabulary, and a topic may have broader
/// topics. The files list single relations; this class computes their closure.
/// </summary>
internal sealed class TopicTree
{
    private readonly Dictionary<SubjectKey, SubjectKey> _topicOf = [];
    private readonly ILookup<SubjectKey, Subject> _members;
    private readonly ILookup<SubjectKey, SubjectKey> _broader;

    /// <param name="entries">All vocabularies, in order of precedence.</param>
    public TopicTree(IReadOnlyList<VocabularyEntry> entries)
    {
        var known = entries.Select(entry => entry.Subject.Key).ToHashSet();
        if (entries.SelectMany(entry => new[] { entry.Same, entry.Broader }).OfType<SubjectKey>().FirstOrDefault(key => !known.Contains(key)) is { Scheme: not null } stray)
            throw new InvalidOperationException($"A vocabulary refers to {stray}, which is in no vocabulary.");

        var joined = entries.SelectMany(entry => Ties(entry.Subject.Key, entry.Same)).ToLookup(tie => tie.From, tie => tie.To);
        // Retired subjects must not become the representative of a topic that has active members.
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

    /// <summary>The direct broader topics.</summary>
    public IEnumerable<SubjectKey> Broader(SubjectKey topic) => _broader[topic];

    /// <summary>
    /// The topic itself, then all its broader topics. Topics represented by the same wire's vocabulary are excluded, even if other
    /// vocabularies relate them: that wire does not file earnings forecasts under earnings, for example. Only Media Topics have a hierarchy
    /// of their own.
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
