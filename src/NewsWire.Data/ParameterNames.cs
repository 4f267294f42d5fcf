using System.Text.RegularExpressions;

namespace NewsWire.Data;

/// <summary>What the name of a parameter in an address says about its value.</summary>
internal static partial class ParameterNames
{
    // Normalized: in lower case, without - _ and dots.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        // what is asked for
        "q", "query", "search", "keyword", "keywords", "term", "terms", "title", "headline", "slug", "tag", "tags", "topic", "topics", "subject", "subjects",
        "category", "categories", "cat", "cats", "section", "sections", "channel", "channels", "industry", "industries", "sector", "sectors", "type", "types", "status",
        "company", "companies", "issuer", "issuers", "organization", "ticker", "tickers", "symbol", "symbols", "exchange", "isin", "wire", "wires", "provider", "publisher",
        "source", "sources", "site", "feed", "feeds", "feedid", "feedref", "rss", "list", "view", "mode", "ref", "referrer", "print", "embargo",
        // which one
        "id", "ids", "p", "item", "itemid", "newsitemid", "news", "newsid", "nid", "release", "releaseid", "rid", "article", "articleid", "story", "storyid", "post", "postid",
        "node", "doc", "docid", "document", "documentid", "dateid", "transmissionid", "esheet", "index", "anchor",
        // in which form and language
        "lang", "language", "languages", "lan", "locale", "hl", "country", "region", "market", "edition", "zone", "timezone", "tz", "charset", "encoding",
        "format", "output", "style", "layout", "template", "html", "xml", "json", "full", "fulltext", "version", "ver", "v",
        // how many, in which order, of which days
        "page", "pg", "pagesize", "perpage", "limit", "count", "num", "number", "n", "rows", "size", "max", "results", "offset", "start", "first", "last", "skip", "top",
        "sort", "sortby", "order", "orderby", "dir", "direction", "from", "to", "since", "until", "before", "after", "date", "day", "month", "year", "period", "days", "hours",
        "lastmodified", "utmsource", "utmmedium", "utmcampaign", "utmcontent", "utmterm",
    };

    /// <summary>True where the value is a key, a password or a signature, by what programs usually call these.</summary>
    public static bool IsSecret(string name) => Secret().IsMatch(Uri.UnescapeDataString(name));

    /// <summary>True where the value is known to say only what is asked for, and in which form.</summary>
    public static bool IsHarmless(string name) => Harmless.Contains(Separators().Replace(Uri.UnescapeDataString(name), "").ToLowerInvariant());

    // key, sig and their like as the last word; apikey, userpwd and their like also where they are written as one word.
    [GeneratedRegex(
        """(?:^|[\-_.])(?:sig|sign|auth|access|pw|psw|pin|otp|sid|jwt|mac|hmac|hash|digest|bearer|cred)$|(?:key|pass|pwd|auth)s?$|(?:api|access)[\-_]?key|token|secret|passw|passphrase|passcode|signature|authoriz|credential|session|sessid""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex(@"[\-_.]|\[\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();
}
