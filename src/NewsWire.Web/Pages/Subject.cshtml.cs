using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One topic, under the name it is kept by: /subjects/LIC in PR Newswire's list, /subjects/{scheme}/{code} in any other.</summary>
public sealed class SubjectModel(ReleaseListReader releases, ReaderTime time) : PageModel
{
    private const int ShownNarrower = 24;

    public SubjectKey Topic { get; private set; }

    public ReleaseListView List { get; private set; } = null!;

    /// <summary>Each wire's own subject for it, the one it is named after first.</summary>
    public IReadOnlyList<Subject> Members { get; private set; } = [];

    /// <summary>How often wires filed releases under one of <see cref="Members"/>.</summary>
    public long Releases { get; private set; }

    /// <summary>The narrower topics in use, whose releases stand in the list too; commonest first.</summary>
    public IReadOnlyList<TopicFacet> Narrower { get; private set; } = [];

    /// <summary>The topics that this one is a kind of.</summary>
    public IReadOnlyList<SubjectKey> Broader => [.. SubjectCatalog.Shipped.Broader(Topic)];

    public string Name => Wording.Topic(Topic, List.Facets);

    /// <summary>The same releases where they can be narrowed further.</summary>
    public string Narrow => ReleaseFilter.None.With(Topic).Address();

    public async Task<IActionResult> OnGetAsync(string first, string? second, CancellationToken token)
    {
        // Routing decodes all but this: a slash in a name must not divide the address.
        (first, second) = (Slashed(first), second is null ? null : Slashed(second));
        var text = second is null ? first : $"{first}:{second}";
        if ((second is null && first.Contains(':')) || !SubjectKey.TryParse(text, out var key))
            return NotFound();
        if (!ReleaseFilter.TryParsePosition(Request.Query, out var position))
            return this.Refuse("The place in the list that this address names is damaged.", "Begin again from the newest releases.");
        // One address a subject: lic and prn/LIC are LIC.
        if (key.StandsAlone ? second is not null || first != key.Code : second != key.Code)
            return RedirectPermanent(Addresses.Subject(key));

        var known = await releases.ResolveAsync(ReleaseFilter.None.With(key), token);
        // And one a topic; not for ever, for the directory learns.
        Topic = SubjectCatalog.Shipped.TopicOf(key, known.Facets.SubjectByKey.GetValueOrDefault(key)?.Name ?? "");
        if (Topic != key)
            return Redirect(Addresses.Subject(Topic));
        if (known.Unknown.Count > 0)
            return NotFound();
        var page = await releases.ReadAsync(known, position, token);
        if (position.Before is not null && !page.HasNewer)
            return Redirect(Addresses.Subject(key));
        List = ReleaseListView.Of(page, time, (name, cursor) => ReleaseFilter.None.Address(Addresses.Subject(key), name, cursor));
        Tell(known.Wanted[0]);
        return Page();
    }

    private void Tell(SubjectFacet[] under)
    {
        var own = under.Where(subject => subject.Topic == Topic).ToList();
        Members = [.. SubjectCatalog.Shipped.MembersOf(Topic), .. own.Where(subject => SubjectCatalog.Shipped.Find(subject.Scheme, subject.Code) is null).Select(subject => new Subject(subject.Scheme, subject.Code, subject.Name))];
        Releases = own.Sum(subject => subject.Releases);
        Narrower = [.. under.Where(subject => subject.Topic != Topic).GroupBy(subject => subject.Topic, TopicFacet.Of).OrderByDescending(topic => topic.Releases).Take(ShownNarrower)];
    }

    private static string Slashed(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
