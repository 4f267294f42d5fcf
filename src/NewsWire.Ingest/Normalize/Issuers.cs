using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>Who issued a release, and the form of the name by which its releases are grouped.</summary>
internal static partial class Issuers
{
    private const int HeadSearched = 400;
    private const int TailSearched = 4000;
    private const int LongestKey = 200;

    /// <summary>The name on the last SOURCE line of a text, or on one at its very beginning; or null.</summary>
    public static string? FromSourceLine(string text)
    {
        var tail = text.Length > TailSearched ? text[^TailSearched..] : text;
        var line = SourceLine().Matches(tail).LastOrDefault() ?? SourceLine().Matches(text.Length > HeadSearched ? text[..HeadSearched] : "").FirstOrDefault();
        return line?.Groups["name"].Value.Trim();
    }

    /// <summary>The name a text opens with where its shares stand behind it: "Norvale, Inc. (NASDAQ: HRYS), a maker …"; else null.</summary>
    public static string? FromOpening(string text)
    {
        var match = BeforeTicker().Match(text.Length > 200 ? text[..200] : text);
        return match.Success ? match.Groups["name"].Value.Trim() : null;
    }

    /// <summary>The company of the one heading "About …", or of the one whose name the headline or the first lines say; else null.</summary>
    public static string? FromAbout(string headline, string text)
    {
        var headings = AboutLine().Matches(text);
        var names = headings.Select(match => match.Groups["name"].Value.Trim(' ', '\u00A0', ':')).Where(name => name.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count <= 1)
            return names.FirstOrDefault();
        var lead = headline + "\n" + text[..Math.Min(HeadSearched, headings[0].Index)];
        return names.FirstOrDefault(name => lead.Contains(LegalForms.Without(name), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An author whose name ends as only companies' names do, or null.</summary>
    public static string? FromAuthors(IEnumerable<string> authors) => authors.FirstOrDefault(LegalForms.EndIn);

    /// <summary>Lower case; accents, marks, legal forms and a leading article dropped: "Axe Compute Inc" and "AXE Compute, Inc." are one company.</summary>
    public static string? Key(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var plain = And().Replace(Marks().Replace(name, " "), " & ").Trim();
        var bare = Article().Replace(LegalForms.Without(plain), "");
        var kept = bare.Any(char.IsLetterOrDigit) ? bare : plain;
        return kept.Any(char.IsLetterOrDigit) ? PlainText.Slug(kept, LongestKey) : kept.ToLowerInvariant();
    }

    [GeneratedRegex("""^[ \t\u00A0]*(?:SOURCE[ \t\u00A0]*[:：]?|Source[ \t\u00A0]*[:：]|來源[:：]|来源[:：])[ \t\u00A0]*(?<name>(?<=[\s\u00A0:：])\S.{1,150}?)[ \t\u00A0]*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SourceLine();

    // The name begins with a capital and has no verb in it that we could know; what is short and directly before the shares is a name.
    [GeneratedRegex("""^\s*(?<name>\p{Lu}[\p{L}\p{M}\d&'’.,\- \u00A0]{1,60}?)[\s\u00A0]*\((?:["“«][^)]{1,60}[)»”"]\s*\()?(?:NASDAQ|Nasdaq|NYSE|TSX|CSE|OTC|LSE|AIM|FRA|Euronext|ASX|SIX)[^)]{0,12}[\s\u00A0]?:""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeforeTicker();

    [GeneratedRegex(@"^[ \t\u00A0]*(?:" + Boilerplate.AboutWords + @")[ \u00A0]*(?<name>(?:The\s|the\s)?[\p{Lu}\d][^\n:.]{1,80}?(?:(?<=Inc|Corp|Ltd|Co|S\.A|S\.p\.A|Ltée|ltée|inc|N\.V|B\.V)\.)?)[ \u00A0]*(?:[:：].*)?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AboutLine();

    [GeneratedRegex("""[™®©℠]|\((?:R|TM|tm|SM)\)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("""\s+and\s+|\s*\+\s*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex And();

    [GeneratedRegex("""^the\s+(?=\S)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Article();
}
