using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>Recognizes releases that correct an earlier one. The mark often takes the headline's place: /C O R R E C T I O N -- Issuer/</summary>
internal static partial class Corrections
{
    /// <summary>What is corrected, and the headline the release should be listed under; null where nothing is corrected.</summary>
    public static (Correction Correction, string? Headline, string? Issuer)? In(string headline, string bodyText)
    {
        var mark = Mark().Match(headline);
        if (!mark.Success)
            return null;
        var lead = bodyText.Length > 2000 ? bodyText[..2000] : bodyText;
        var named = Named().Match(lead);
        var of = named.Success ? named.Groups["headline"].Value.Trim(' ', ',', '"', '“', '”', '«', '»') : null;
        var issuer = mark.Groups["issuer"] is { Success: true, Value: var name } ? name.Trim() : null;
        var rest = mark.Groups["rest"] is { Success: true, Value: { Length: > 10 } own } ? own.Trim() : of;
        return (new Correction(of ?? rest), rest, issuer);
    }

    [GeneratedRegex("""^\s*(?:/\s*C\s?O\s?R\s?R\s?E\s?C\s?T\s?I\s?O\s?N\s*(?:--|–|—|-)\s*(?<issuer>[^/]{1,120}?)\s*/|CORRECTING\s+and\s+REPLACING\s*:?\s*(?<rest>.+)|CORRECTION(?:\s+ET\s+MISE\s+À\s+JOUR)?\s*(?:--|–|—|-|:)\s*(?<rest>.+))\s*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("""In the news release,?\s+(?<headline>.{8,300}?),?\s+issued\s""", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Named();
}
