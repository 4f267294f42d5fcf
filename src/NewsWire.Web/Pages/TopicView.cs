using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>A narrower topic, and how many releases its list holds; null where there are too many to count.</summary>
public sealed record NarrowerTopic(SubjectKey Key, string Name, int? Releases);

/// <summary>What is known of a topic beside its releases.</summary>
/// <param name="Members">Each wire's own subject for it, the one it is named after first.</param>
/// <param name="Broader">The topics that it is a kind of.</param>
/// <param name="Narrower">The narrower topics in use, whose releases are in the list too; commonest first.</param>
public sealed record TopicView(
    SubjectKey Key, IReadOnlyList<Subject> Members, IReadOnlyList<SubjectKey> Broader, IReadOnlyList<NarrowerTopic> Narrower)
{
    private const int ShownNarrower = 24;

    public bool HasRelatives => Members.Count > 1 || Broader.Count + Narrower.Count > 0;

    public static TopicView Of(SubjectKey topic, Facets facets, ReleaseCounts counts)
    {
        var under = facets.Under(topic);
        var own = under.Where(subject => subject.Topic == topic && SubjectCatalog.Shipped.Find(subject.Scheme, subject.Code) is null);
        return new TopicView(
            topic,
            [.. SubjectCatalog.Shipped.MembersOf(topic), .. own.Select(subject => new Subject(subject.Scheme, subject.Code, subject.Name))],
            [.. SubjectCatalog.Shipped.Broader(topic).Where(broader => facets.Under(broader) is not [])],
            [.. under.Where(subject => subject.Topic != topic).GroupBy(subject => subject.Topic, TopicFacet.Of)
                .Select(kind => (kind.Key, kind.Name, counts.Topics.GetValueOrDefault(kind.Key).Stories))
                .OrderByDescending(kind => kind.Stories).ThenBy(kind => kind.Name, StringComparer.Ordinal).Take(ShownNarrower)
                .Select(kind => new NarrowerTopic(kind.Key, Wording.Title(kind.Name), counts.Complete ? kind.Stories : null))]);
    }
}
