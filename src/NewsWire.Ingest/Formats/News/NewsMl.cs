using System.Collections.Immutable;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Reads NewsML 1.x: items whose components hold the parts of a release, by role and at any depth, in one or more languages.
/// </summary>
internal static class NewsMl
{
    public static FormatContent Read(XmlTree tree, WireElement root)
    {
        var items = root.LocalName.Equals("NewsItem", StringComparison.OrdinalIgnoreCase) ? [root] : root.Children("NewsItem").ToList();
        var releases = ImmutableArray.CreateBuilder<FoundRelease>();
        var warnings = tree.Warnings.ToBuilder();
        foreach (var item in items)
        {
            var editions = NewsMlEdition.In(item).Select(edition => NewsMlRelease.Of(root, item, edition)).Where(release => release.Headline is not null || release.BodyHtml is not null).ToList();
            releases.AddRange(editions.Select(release => new FoundRelease(release, item)));
            if (editions.Count == 0)
                warnings.Add(Without(item));
        }
        if (items.Count == 0)
            warnings.Add("This document contains no items.");
        return new FormatContent { Format = "newsml-1.2", Releases = releases.ToImmutable(), Warnings = warnings.ToImmutable() };
    }

    private static string Without(WireElement item)
    {
        var id = item.Child("Identification", "NewsIdentifier", "NewsItemId").Line() ?? "without an id";
        return item.Child("Update") is not null
            ? $"An item ({id}) is a partial update of an earlier one; only complete items are read."
            : $"An item ({id}) was left out: it has no headline and no text.";
    }
}
