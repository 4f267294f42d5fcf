using Microsoft.AspNetCore.Mvc;
using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The list of one topic at its own address: /subjects/LIC in PR Newswire's list, /subjects/{scheme}/{code} in any other.</summary>
public sealed class SubjectModel(ReleaseListReader releases, ReleaseCountReader counts, ReaderTime time)
    : FilteredListModel(releases, counts, time)
{
    public async Task<IActionResult> OnGetAsync(string first, string? second, CancellationToken token)
    {
        // Routing decodes everything but a slash, which must not divide the address.
        (first, second) = (Slashed(first), second is null ? null : Slashed(second));
        var text = second is null ? first : $"{first}:{second}";
        if ((second is null && first.Contains(':')) || !SubjectKey.TryParse(text, out var key))
            return NotFound();
        // Each subject has one address: lic and prn/LIC lead to LIC.
        if (key.StandsAlone ? second is not null || first != key.Code : second != key.Code)
            return RedirectPermanent(Addresses.Subject(key) + Request.QueryString);
        if (FilterQuery.HasFilters(Request.Query))
            return Redirect(ReleaseFilter.Address("/", [.. ReleaseFilter.OfSubject(key).Pairs(), .. FilterQuery.All(Request.Query)]));

        var known = await Releases.ResolveAsync(ReleaseFilter.OfSubject(key), Time.Zone, token);
        // And each topic has one; not permanently, because the vocabularies may change.
        var topic = known.Facets.SubjectByKey.TryGetValue(key, out var used)
            ? used.Topic
            : SubjectCatalog.Shipped.TopicOf(known.Filter.Subjects[0].Values[0]);
        if (topic != key)
            return Redirect(Addresses.Subject(topic) + Request.QueryString);
        if (known.Unknown.Count > 0)
            return NotFound();
        return await ShowAsync(known, Addresses.Subject(key), token);
    }

    private static string Slashed(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
