using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>What a release does to an earlier one.</summary>
internal enum CorrectionKind
{
    /// <summary>It takes the other's place with a new text.</summary>
    Correction,

    /// <summary>It sends the same text again.</summary>
    Repetition,

    /// <summary>It tells something about the other, which stands.</summary>
    Advisory,

    /// <summary>It takes the other back.</summary>
    Withdrawal,
}

/// <summary>That a release corrects, repeats or takes back another, and what it says of the other: any of it may be missing.</summary>
internal sealed record Correction(CorrectionKind Kind, string? OfHeadline, DateOnly? OfDate = null, string? OfNativeId = null);

/// <summary>Recognizes releases that correct, repeat or take back an earlier one. The mark often takes the headline's place: /C O R R E C T I O N -- Issuer/</summary>
internal static partial class Corrections
{
    private const int LeadLength = 2500;
    private const int ShortestHeadline = 10;

    /// <summary>What is done to which release, and the headline and issuer the release should be listed under; null where nothing is.</summary>
    public static (Correction Correction, string? Headline, string? Issuer)? In(string headline, string bodyText)
    {
        var lead = bodyText.Length > LeadLength ? bodyText[..LeadLength] : bodyText;
        var (kind, issuer, rest) = Marked(headline);
        var named = Named().Match(lead);
        var replaced = Replaces().Match(lead);
        if (kind is null && !named.Success && !replaced.Success)
            return null;
        var of = named.Success ? Unquoted(named.Groups["headline"].Value) : replaced.Groups["headline"] is { Success: true, Value: var quoted } ? Unquoted(quoted) : null;
        var date = WireDates.DateIn((named.Success ? named : replaced).Groups["date"].Value);
        // A headline without its "Withdrawn:" or "Cancelled:" would say the opposite.
        var listedAs = kind is CorrectionKind.Withdrawal or CorrectionKind.Advisory && rest is not null ? null : rest ?? (kind is null ? null : of);
        return (new Correction(kind ?? CorrectionKind.Correction, of ?? rest, date), listedAs, issuer);
    }

    private static (CorrectionKind? Kind, string? Issuer, string? Headline) Marked(string headline)
    {
        if (BetweenStrokes().Match(headline) is { Success: true } strokes)
            return KindOf(strokes.Groups["mark"].Value) is { } kind ? (kind, strokes.Groups["issuer"].Value.Trim(), null) : (null, null, null);
        if (InFront().Match(headline) is { Success: true } front && KindOf(front.Groups["mark"].Value) is { } of)
            return (of, null, front.Groups["rest"].Value.Trim() is { Length: > ShortestHeadline } rest ? rest : null);
        return (null, null, null);
    }

    // The letters stand apart: C O R R E C T I O N.
    private static CorrectionKind? KindOf(string mark) => string.Concat(mark.Where(char.IsLetter)).ToUpperInvariant() switch
    {
        ['C', 'O', 'R', 'R', ..] or ['R', 'E', 'C', 'T', 'I', ..] or ['E', 'R', 'R', 'A', ..] or ['K', 'O', 'R', 'R', ..] or ['B', 'E', 'R', 'I', ..] or ['R', 'E', 'T', 'T', ..] => CorrectionKind.Correction,
        ['R', 'E', 'P', 'L', ..] or ['U', 'P', 'D', 'A', ..] or ['M', 'I', 'S', 'E', ..] or ['A', 'C', 'T', 'U', ..] => CorrectionKind.Correction,
        ['R', 'E', 'P', ..] or ['R', 'E', 'T', 'R', 'A', 'N', ..] or ['R', 'É', 'P', ..] or ['R', 'E', 'I', 'S', ..] or ['R', 'E', 'S', ..] => CorrectionKind.Repetition,
        // What is cancelled is a meeting; the release that called it stands.
        ['A', 'D', 'V', ..] or ['A', 'V', 'I', 'S', ..] or ['A', 'N', 'N', 'U', 'L', ..] or ['C', 'A', 'N', 'C', ..] => CorrectionKind.Advisory,
        ['K', 'I', 'L', ..] or ['W', 'I', 'T', 'H', ..] or ['R', 'E', 'T', 'R', 'A', ..] or ['D', 'I', 'S', 'R', ..] => CorrectionKind.Withdrawal,
        _ => null,
    };

    private static string? Unquoted(string text) => PlainText.Clean(text).Trim(' ', ',', '"', '“', '”', '«', '»', '\'', '‘', '’') is { Length: > 3 } bare ? bare : null;

    [GeneratedRegex("""^\s*/\s*(?<mark>\p{Lu}(?:[ \u00A0]?[\p{Lu}]){3,30})\s*(?:--|–|—|-|:)\s*(?<issuer>[^/]{1,160}?)\s*/?\s*$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BetweenStrokes();

    // In capitals with a dash, or as a word of its own with a colon: "Update: spring is here" and "Media advisory:" are headlines.
    [GeneratedRegex(
        """
        ^\s*(?:(?i:(?<mark>CORRECT)ING\s+(?:and|&)\s+REPLACING)\b\s*(?:--|–|—|-|:)?
          |(?i:(?<mark>CORRECTI(?:ON|F|VE)|CORRECTED|CORRECCIÓN|CORREÇÃO|CORREZIONE|KORREKTUR|BERICHTIGUNG|RECTIFICATI(?:ON|F)|RECTIFICACIÓN|ERRAT(?:UM|A)|RETRANSMISSION|RETRANSMISIÓN|WITHDRAWN|WITHDRAWAL|RETRACTION|RETRACTED))
             (?:\s+(?i:from\s+source|et\s+mise\s+à\s+jour|de\s+source|and\s+update|y\s+sustitución|du\s+communiqué))?\s*(?:--|–|—|\s-|:)
          |(?<mark>UPDATED?|MISE\sÀ\sJOUR|ACTUALIZACIÓN|REPLACEMENT|REPEAT|RÉPÉTITION|REISSUE|RESEND|ADVISORY|KILL|DISREGARD|ANNULATION|CANCELLED)(?:\s+FROM\s+SOURCE)?\s*(?:--|–|—|\s-|:)
        )\s*(?<rest>.*)$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline, 1000)]
    private static partial Regex InFront();

    // In the news release, HEADLINE, issued 02-Sep-2026 by Issuer over PR Newswire
    [GeneratedRegex("""\bIn\s+the\s+(?:news|press)\s+release,?\s+(?<headline>.{8,300}?),?\s+(?:issued|dated|sent|distributed)\s+(?:on\s+|earlier\s+)?(?<date>.{0,24}?\d{4})?""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(
        """
        corrige\s+et\s+remplace\s+le\s+communiqué(?:\s+de\s+presse)?(?:[^.]{0,80}?[«“"]\s*(?<headline>[^»”"]{8,300}?)\s*[»”"])?[^.]{0,200}?(?:diffusé|publié|émis)[^.]{0,20}?\sle\s(?<date>.{6,24}?\d{4})
        |(?:corrects?\s+and\s+replaces?|replaces?\s+and\s+corrects?|supersedes|corrige\s+y\s+reemplaza|korrigiert\s+und\s+ersetzt)\s+(?:the|an|our|el|die)\s+(?:earlier\s+|previous\s+|original\s+)?(?:news\s+|press\s+)?(?:release|comunicado|Mitteilung)[^.]{0,120}?(?<date>(?:\p{L}{3,10}\.?\s\d{1,2},?|\d{1,2}\sde?\s?\p{L}{3,10})\s(?:de\s)?\d{4})?
        |Please\s+(?:replace|disregard)\s+the\s+(?:news\s+|press\s+)?release(?:[^.]{0,40}?\s(?:dated|issued|of)\s+(?<date>.{6,24}?\d{4}))?
        |The\s+(?:updated|corrected|revised)\s+(?:news\s+|press\s+)?release\s+(?:reads|follows)
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Replaces();
}
