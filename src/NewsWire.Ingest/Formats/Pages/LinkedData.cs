using System.Text.Json;
using NewsWire.Ingest.Formats.Json;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The articles described in a page's JSON-LD, and the choice of the page's own.</summary>
internal sealed class LinkedData
{
    private const int MostArticles = 100;

    private static readonly string[] Around = ["@graph", "mainEntity", "mainEntityOfPage"];

    private readonly List<LinkedArticle> _articles = [];

    private LinkedData()
    {
    }

    /// <summary>Number of JSON-LD scripts that could not be parsed.</summary>
    public int Broken { get; private set; }

    public static LinkedData Of(PageIndex page)
    {
        var data = new LinkedData();
        foreach (var script in page["script"])
        {
            if (script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) != true)
                continue;
            if (!data.TryCollect(script.TextContent))
                data.Broken++;
        }
        return data;
    }

    /// <summary>
    /// The article the page is about: the one with the page's address or headline; null where there is none. Pages may describe other
    /// articles, even exclusively.
    /// </summary>
    /// <param name="addresses">The page's own addresses, best first.</param>
    /// <param name="titles">The page's headings and titles.</param>
    /// <param name="relativeTo">Base for relative addresses.</param>
    public LinkedArticle? About(IReadOnlyCollection<Uri> addresses, IReadOnlyCollection<string> titles, Uri? relativeTo)
    {
        var own = addresses.Select(Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var folded = titles.Select(ShortText.Fold).Where(title => title.Length > 0).ToList();
        return _articles.FirstOrDefault(article => IsAt(article) && (folded.Count == 0 || IsCalled(article)))
            ?? _articles.FirstOrDefault(IsCalled)
            ?? _articles.FirstOrDefault(IsAt)
            // The only article, where neither a title of the page nor an address of the article contradicts it.
            ?? (_articles is [var single] && folded.Count == 0 && single.Addresses.IsEmpty ? single : null);

        bool IsAt(LinkedArticle article) => article.Addresses.Any(address => WebAddress.Of(address, relativeTo) is { } named && own.Contains(Key(named)));

        bool IsCalled(LinkedArticle article) => ShortText.Fold(article.Headline) is { Length: > 8 } headline
            && folded.Exists(title => title.Contains(headline, StringComparison.Ordinal) || (title.Length > 8 && headline.Contains(title, StringComparison.Ordinal)));
    }

    // Addresses are compared without "www." and a trailing slash.
    private static string Key(Uri address) => (address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host) + address.AbsolutePath.TrimEnd('/');

    private bool TryCollect(string script)
    {
        if (string.IsNullOrWhiteSpace(script))
            return true;
        if (LenientJson.ReadScript(script) is not { } json)
            return false;
        Collect(json);
        return true;
    }

    // Recursion is safe because LenientJson limits the depth of its trees.
    private void Collect(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
                Collect(item);
        }
        if (node.ValueKind != JsonValueKind.Object)
            return;
        if (LinkedArticle.Strings(node, "@type").Any(IsArticle))
        {
            if (_articles.Count < MostArticles)
                _articles.Add(LinkedArticle.Of(node));
            return;
        }
        // Articles in lists or under a website are other articles; under mainEntity and similar properties it is the page's own.
        foreach (var property in Around)
        {
            foreach (var thing in LinkedArticle.Things(node, property))
                Collect(thing);
        }
    }

    private static bool IsArticle(string type) => type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal)
        || type.EndsWith("PressRelease", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Report", StringComparison.Ordinal);
}
