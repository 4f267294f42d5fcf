using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>The wire that distributed a release: its key for URLs, and its name.</summary>
internal sealed partial record Distributor(string Key, string Name)
{
    /// <summary>
    /// The wire that a dateline or a distributor's label names, in the spelling of datelines (EINPresswire.com), of its site (Accesswire,
    /// Groupe CNW) or of its logo. CNW's editions are one wire. A wire without its own reader gets the name it has in datelines; null where
    /// no wire is named.
    /// </summary>
    public static Distributor? Of(string? label)
    {
        if (string.IsNullOrWhiteSpace(label))
            return null;
        foreach (Group group in Wire().Match(label).Groups.Values.Skip(1))
        {
            if (group.Success)
                return new Distributor(group.Name, NameOf(group.Name));
        }
        return Dateline.WireName(label) is { } name ? new Distributor(string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant(), name) : null;
    }

    private static string NameOf(string key) => key switch
    {
        "prnewswire" => "PR Newswire",
        "cnw" => "CNW",
        "globenewswire" => "GlobeNewswire",
        "businesswire" => "Business Wire",
        "newsfile" => "Newsfile",
        "accessnewswire" => "ACCESS Newswire",
        "einpresswire" => "EIN Presswire",
        _ => "PRWeb",
    };

    // The first wire named is used: /PRNewswire-PRWeb/ was sent over PR Newswire. newswire.ca is CNW's
    // site; newswire.com is a different company.
    [GeneratedRegex("""
        (?<![\p{L}])(?:
            (?<prnewswire>PR\s?-?Newswire)
          | (?<globenewswire>Globe\s?-?News\s?-?wire)
          | (?<businesswire>Business\s?-?wire|美國商業資訊|美国商业资讯)
          | (?<accessnewswire>Access\s?-?(?:News)?wire)
          | (?<einpresswire>EIN\s?-?Press\s?-?wire|EIN\s?News)
          | (?<newsfile>(?:TMX\s?)?Newsfile)
          | (?<prweb>PR\s?Web)
          | (?<cnw>(?:Groupe\s)?CNW|newswire\.ca|Canada\sNewswire)
        )(?!\p{Ll}{3})
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Wire();
}
