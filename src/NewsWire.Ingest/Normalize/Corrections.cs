using System.Buffers;
using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>How a release relates to an earlier one.</summary>
internal enum CorrectionKind
{
    /// <summary>Replaces the earlier release with a new text.</summary>
    Correction,

    /// <summary>Sends the same text again.</summary>
    Repetition,

    /// <summary>Gives notice about the earlier release, which remains valid.</summary>
    Advisory,

    /// <summary>Withdraws the earlier release.</summary>
    Withdrawal,
}

/// <summary>
/// A release's correction, repetition or withdrawal of an earlier one, with what identifies the earlier one; any part may be missing.
/// </summary>
internal sealed record Correction(CorrectionKind Kind, string? OfHeadline, DateOnly? OfDate = null, string? OfNativeId = null);

/// <summary>
/// Recognizes releases that correct, repeat or withdraw an earlier one. The notice often takes the headline's place: /C O R R E C T I O N
/// -- Issuer/
/// </summary>
internal static partial class Corrections
{
    private const int LeadLength = 2500;
    private const int ShortestHeadline = 10;

    // Every match of the Replaces pattern contains one of these words; most texts contain none, so the pattern need not be tried on them.
    private static readonly SearchValues<string> WordsOfReplacing = SearchValues.Create(
        ["replace", "remplace", "reemplaza", "supersedes", "ersetzt", "disregard", "updated", "corrected", "revised"], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The kind of notice with the release it refers to, and the headline and issuer to list it under; null where it is not such a notice.
    /// </summary>
    public static (Correction Correction, string? Headline, string? Issuer)? In(string headline, string bodyText)
    {
        var lead = bodyText.Length > LeadLength ? bodyText[..LeadLength] : bodyText;
        var named = Named().Match(lead);
        var replaced = lead.AsSpan().ContainsAny(WordsOfReplacing) ? Replaces().Match(lead) : Match.Empty;
        var (kind, issuer, rest) = Marked(headline, confirmed: named.Success || replaced.Success);
        if (kind is null && !named.Success && !replaced.Success)
            return null;
        var of = named.Success ? Unquoted(named.Groups["headline"].Value) : replaced.Groups["headline"] is { Success: true, Value: var quoted } ? Unquoted(quoted) : null;
        var date = WireDates.DateIn((named.Success ? named : replaced).Groups["date"].Value);
        // Without its "Withdrawn:" or "Cancelled:", the headline would say the opposite.
        var listedAs = kind is CorrectionKind.Withdrawal or CorrectionKind.Advisory && rest is not null ? null : rest ?? (kind is null ? null : Corrected(lead, of) ?? of);
        return (new Correction(kind ?? CorrectionKind.Correction, of ?? rest, date), listedAs, issuer);
    }

    /// <summary>The corrected headline above the corrected text: a line similar to the wrong headline; null where there is none.</summary>
    private static string? Corrected(string lead, string? wrong)
    {
        if (wrong is null || Follows().Match(lead) is not { Success: true } follows || PlainText.Clean(follows.Groups["headline"].Value) is not { Length: > ShortestHeadline } headline)
            return null;
        var words = WordsOf(wrong);
        var said = WordsOf(headline);
        return headline[^1] != '.' && said.Count(words.Contains) * 5 >= Math.Max(words.Count, said.Count) * 3 ? headline : null;
    }

    private static HashSet<string> WordsOf(string text) => [.. text.ToUpperInvariant().Split((char[])[' ', ',', ':', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries)];

    private static (CorrectionKind? Kind, string? Issuer, string? Headline) Marked(string headline, bool confirmed)
    {
        if (BetweenStrokes().Match(headline) is { Success: true } strokes)
            return KindOf(strokes.Groups["mark"].Value) is { } kind ? (kind, strokes.Groups["issuer"].Value.Trim(), null) : (null, null, null);
        if (InFront().Match(headline) is { Success: true } front && (confirmed || !IsWordOfTheNews(front)) && KindOf(front.Groups["mark"].Value) is { } of)
            return (of, null, front.Groups["rest"].Value.Trim() is { Length: > ShortestHeadline } rest ? rest : null);
        return (null, null, null);
    }

    /// <summary>
    /// True where a word before a colon is part of the news and not a wire's notice: "Replacement: The future of hips". Questions, book
    /// titles and, after an ambiguous word, topics without a proper name are not headlines of an earlier release.
    /// </summary>
    private static bool IsWordOfTheNews(Match front)
    {
        var rest = front.Groups["rest"].Value.Trim();
        if (!front.Groups["doubtful"].Success)
            return false;
        if (Book().IsMatch(rest))
            return true;
        // A word in capitals before a dash is a wire's notice.
        if (!front.Groups["colon"].Success && !front.Groups["mark"].Value.Any(char.IsLower))
            return false;
        return Question().IsMatch(rest) || !front.Groups["sure"].Success && (ShortTopic().IsMatch(rest) || !rest.Skip(1).Any(char.IsUpper));
    }

    // The letters may be spaced: C O R R E C T I O N.
    private static CorrectionKind? KindOf(string mark)
    {
        var letters = string.Concat(mark.Where(char.IsLetter)).ToUpperInvariant();
        return Kinds.FirstOrDefault(kind => kind.Words.Any(word => letters.StartsWith(word, StringComparison.Ordinal))).Kind;
    }

    // Notices by the beginning of their words in the languages of the wires. "Cancelled" is an advisory: it is an event that is cancelled,
    // and the release that announced it remains valid.
    private static readonly (CorrectionKind? Kind, string[] Words)[] Kinds =
    [
        (CorrectionKind.Correction, ["CORREC", "CORREÇ", "CORREZ", "RECTIF", "ERRAT", "KORREKT", "BERICHTIG", "RETTIFIC", "REPLAC", "UPDATE", "MISEÀJOUR", "ACTUALIZ"]),
        (CorrectionKind.Repetition, ["REPEAT", "REPETI", "RÉPÉTI", "RETRANSMI", "REISSUE", "RESEND"]),
        (CorrectionKind.Advisory, ["ADVISOR", "AVIS", "ANNULA", "ANNULÉ", "CANCEL"]),
        (CorrectionKind.Withdrawal, ["KILL", "WITHDR", "RETRACT", "DISREGARD"]),
    ];

    private static string? Unquoted(string text) => PlainText.Clean(text).Trim(' ', ',', '"', '“', '”', '«', '»', '\'', '‘', '’') is { Length: > 3 } bare ? bare : null;

    [GeneratedRegex("""^\s*/\s*(?<mark>\p{Lu}(?:[ \u00A0]?[\p{Lu}]){3,30})\s*(?:--|–|—|-|:)\s*(?<issuer>[^/]{1,160}?)\s*/?\s*$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BetweenStrokes();

    // In capitals before a dash, or as a word before a colon: "Update: spring is here" and "Media advisory:" are ordinary headlines.
    [GeneratedRegex(
        """
        ^\s*(?:(?i:(?<mark>CORRECT)ING\s+(?:and|&)\s+REPLACING)\b\s*(?:--|–|—|-|:)?
          |(?i:(?<mark>CORRECTION|RECTIFICATION|ERRATUM|RETRANSMISSION|RETRANSMISIÓN|REPEAT|UPDATE|REPLACEMENT|ADVISORY)\s+(?:from\s+source|et\s+mise\s+à\s+jour|de\s+source|and\s+update|y\s+sustitución|du\s+communiqué))\s*(?:--|–|—|\s-|:)
          |(?i:(?<mark>RETRANSMISSION|RETRANSMISIÓN))\s*(?:--|–|—|\s-|:)
          |(?i:(?<mark>(?<sure>CORRECTI(?:ON|F|VE)|CORRECTED|CORRECCIÓN|CORREÇÃO|CORREZIONE|KORREKTUR|BERICHTIGUNG|RECTIFICATI(?:ON|F)|RECTIFICACIÓN|ERRAT(?:UM|A))|WITHDRAWN|WITHDRAWAL|RETRACTION|RETRACTED))(?<doubtful>)\s*(?:--|–|—|\s-|(?<colon>:))
          |(?<mark>UPDATED?|MISE\sÀ\sJOUR|ACTUALIZACIÓN|REPLACEMENT|REPEAT|RÉPÉTITION|REISSUE|RESEND|ADVISORY|KILL|DISREGARD|ANNULATION|CANCELLED)(?<doubtful>)\s*(?:--|–|—|\s-|(?<colon>:))
        )\s*(?<rest>.*)$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline, 1000)]
    private static partial Regex InFront();

    [GeneratedRegex("""^(?:How|Why|What|When|Where|Who|Which|Comment|Pourquoi|Cómo|Por\squé|Wie|Warum)\s|[?？]["”»’']?$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Question();

    // A Novel by Jane Roe
    [GeneratedRegex("""^(?:(?:An?|The|Une?|Le|La|El|Ein|Eine)\s(?:[\p{L}'’\-]{1,20}\s){0,3}|[\p{L}'’\-]{1,20}\s)?(?:Novels?|Memoirs?|Thrillers?|Myster(?:y|ies)|Stor(?:y|ies)|Poems?|Poetry|Essays?|Romance|(?:Auto)?biography|Fiction|Plays?|roman|récits?|poèmes|novela|poemas|cuentos|Gedichte)(?:\s(?:by|of|from|in|on|about|par|de|por|von|for)\s.*)?$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Book();

    // "The future of hips": an article and a few words around a preposition, without a verb.
    [GeneratedRegex("""^(?:The|An?)\s(?:[\p{L}'’\-]{1,30}\s){1,3}(?:of|for|in|to|from|behind|on|with)(?:\s[\p{L}'’\-]{1,30}){1,3}$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortTopic();

    // In the news release, HEADLINE, issued 02-Sep-2026 by Issuer over PR Newswire
    [GeneratedRegex("""\bIn\s+the\s+(?:news|press)\s+release,?\s+(?<headline>.{8,300}?),?\s+(?:issued|dated|sent|distributed)\s+(?:on\s+|earlier\s+)?(?<date>.{0,24}?\d{4})?""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    // "The complete, corrected release follows:" and then a line with the headline.
    [GeneratedRegex("""\brelease\s(?:reads|follows)\s?:?\s*\n+(?<headline>[^\n]{10,300})\n""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Follows();

    [GeneratedRegex(
        """
        corrige\s+et\s+remplace\s+le\s+communiqué(?:\s+de\s+presse)?(?:[^.]{0,80}?[«“"]\s*(?<headline>[^»”"]{8,300}?)\s*[»”"])?[^.]{0,200}?(?:diffusé|publié|émis)[^.]{0,20}?\sle\s(?<date>.{6,24}?\d{4})
        |(?:corrects?\s+and\s+replaces?|replaces?\s+and\s+corrects?|supersedes|corrige\s+y\s+reemplaza|korrigiert\s+und\s+ersetzt)\s+(?:the|an|our|el|die)\s+(?:earlier\s+|previous\s+|original\s+)?(?:news\s+|press\s+)?(?:release|comunicado|Mitteilung)[^.]{0,120}?(?<date>(?:\p{L}{3,10}\.?\s\d{1,2},?|\d{1,2}\sde?\s?\p{L}{3,10})\s(?:de\s)?\d{4})?
        |Please\s+(?:replace|disregard)\s+the\s+(?:news\s+|press\s+)?release(?:[^.]{0,40}?\s(?:dated|issued|of)\s+(?<date>.{6,24}?\d{4}))?
        |The\s+(?:updated|corrected|revised)\s+(?:news\s+|press\s+)?release\s+(?:reads|follows)
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Replaces();
}
