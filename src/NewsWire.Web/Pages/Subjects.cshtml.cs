using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>A part of the directory.</summary>
public sealed record TopicGroup(string Name, IReadOnlyList<TopicRow> Topics);

/// <summary>The directory of subjects: one row per topic, whichever wires use it.</summary>
public sealed class SubjectsModel(SubjectReader subjects, FacetReader facets, ReaderTime time) : PageModel
{
    private const int LongestSearch = 80;

    public IReadOnlyList<TopicGroup> Groups { get; private set; } = [];

    /// <summary>What was looked for; empty where nothing was.</summary>
    public string Search { get; private set; } = "";

    public Facets Facets { get; private set; } = null!;

    public async Task OnGetAsync(string? q, CancellationToken token)
    {
        Search = (q ?? "").Trim() is { Length: <= LongestSearch } words ? words : q!.Trim()[..LongestSearch];
        Facets = await facets.CurrentAsync(token);
        var topics = await subjects.AllAsync(time.Day(time.Now), time.Zone, token);
        if (Search.Length > 0)
        {
            var found = SubjectCatalog.Shipped.Search(Search);
            topics = [.. topics.Where(topic => found.Contains(topic.Key) || topic.Members.Any(member => member.Name.Contains(Search, StringComparison.OrdinalIgnoreCase)))];
        }

        // The list whose codes stand alone in an address comes first; then what has no equal in it.
        (string Name, Func<TopicRow, bool> Holds)[] groups =
        [
            ("Subjects", topic => topic.Key.IsPrNewswire && SubjectCatalog.Shipped.Find(topic.Key.Scheme, topic.Key.Code) is not null),
            ("Industries", topic => topic.IsIndustry),
            ("Media Topics", topic => topic.Key.Scheme is SubjectCatalog.Medtop or SubjectCatalog.IptcSubject),
            ("In a wire's own words", _ => true),
        ];
        Groups = [.. topics.GroupBy(topic => Array.FindIndex(groups, group => group.Holds(topic))).OrderBy(group => group.Key).Select(group => new TopicGroup(groups[group.Key].Name, [.. group]))];
    }

    /// <summary>What other wires call it, each with its name: the older codes say the same as the Media Topics.</summary>
    public IEnumerable<string> Elsewhere(TopicRow topic) => topic.Members.Skip(1)
        .Where(member => member is { Retired: false, Scheme: not SubjectCatalog.IptcSubject })
        .GroupBy(member => member.Scheme, (scheme, members) => $"{Wording.Scheme(scheme, Facets)}: {string.Join(", ", members.Select(member => member.Name))}");
}
