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

    [GeneratedRegex("""(?:[,\s]+(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|l\.l\.c|llp|lp|plc|ltée|ltee|limitée|s\.?a\.?s?|n\.?v|ag|gmbh|ab|asa|oyj|se|holdings?|group)\.?)+$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LegalForm();
}
