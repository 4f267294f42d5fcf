using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>The wire that distributed a release: a key for addresses, and its name.</summary>
internal sealed partial record Distributor(string Key, string Name)
{
    /// <summary>
    /// The wire a dateline or a distributor's label names: as marks write it (EINPresswire.com), as its site calls itself
    /// (Accesswire, Groupe CNW) and as its logo does. CNW's editions are one wire. A wire that is not among ours goes by the
    /// name datelines know it by; null where none is named.
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

    // The first wire named is the one: /PRNewswire-PRWeb/ came over PR Newswire. newswire.ca is CNW's site, newswire.com another company's.
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
