using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>Who issued a release, and the form of the name by which its releases are grouped.</summary>
internal static partial class Issuers
{
    /// <summary>The name on the last SOURCE line of a text, or null.</summary>
    public static string? FromSourceLine(string text)
    {
        var tail = text.Length > 3000 ? text[^3000..] : text;
        return SourceLine().Matches(tail).LastOrDefault()?.Groups["name"].Value.Trim();
    }

    /// <summary>The name a text opens with where its shares stand behind it: "Norvale, Inc. (NASDAQ: HRYS), a maker …"; else null.</summary>
    public static string? FromOpening(string text)
    {
        var match = BeforeTicker().Match(text.Length > 200 ? text[..200] : text);
        return match.Success ? match.Groups["name"].Value.Trim() : null;
    }

    /// <summary>Lower case, accents and legal forms dropped: "Axe Compute Inc" and "AXE Compute, Inc." are one company.</summary>
    public static string? Key(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var bare = LegalForm().Replace(name.Trim(), "");
        return PlainText.Slug(bare.Length > 1 ? bare : name, 80);
    }

    [GeneratedRegex("""^\s*SOURCE\s*:?[\s\u00A0]+(?<name>\S.{1,100}?)\s*$""", RegexOptions.Multiline, 1000)]
    private static partial Regex SourceLine();

    // The name begins with a capital and has no verb in it that we could know; what is short and directly before the shares is a name.
    [GeneratedRegex("""^\s*(?<name>\p{Lu}[\p{L}\p{M}\d&'’.,\- \u00A0]{1,60}?)[\s\u00A0]*\((?:["“«][^)]{1,60}[)»”"]\s*\()?(?:NASDAQ|Nasdaq|NYSE|TSX|CSE|OTC|LSE|AIM|FRA|Euronext|ASX|SIX)[^)]{0,12}[\s\u00A0]?:""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeforeTicker();

    [GeneratedRegex("""(?:[,\s]+(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|l\.l\.c|llp|lp|plc|ltée|ltee|limitée|s\.?a\.?s?|n\.?v|ag|gmbh|ab|asa|oyj|se|holdings?|group)\.?)+$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LegalForm();
}
