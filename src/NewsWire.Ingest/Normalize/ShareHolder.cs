using System.Text.RegularExpressions;
using NewsWire.Data;

namespace NewsWire.Ingest.Normalize;

/// <summary>Whose share stands in a bracket: "Norvale, Inc. (NASDAQ: NRVL)" is Norvale's.</summary>
internal static partial class ShareHolder
{
    private const int Searched = 160;
    private const int MostAddedWords = 3;
    private const int ShortestPart = 3;

    /// <summary>Names of a company by what it is ("the Company", "the Group"): they say nothing of which one is meant.</summary>
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "company", "corporation", "group", "trust", "fund", "bank", "issuer", "partnership", "firm", "parent", "symbol", "ticker",
        "societe", "compagnie", "entreprise", "groupe", "emetteur", "banque", "fiducie", "fonds", "gesellschaft", "unternehmen", "konzern", "sociedad", "empresa", "compania", "grupo",
    };

    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "&", "of", "and", "the", "for", "de", "du", "des", "la", "le", "les", "et", "y", "e", "di", "del", "da", "do", "dos", "van", "von", "der", "und", "für",
    };

    /// <summary>
    /// The company named directly before a bracket, as written: null where the words before it are no name
    /// ("its common shares (TSX: NRV)") or stand for one ("the Company (TSX: NRV)").
    /// </summary>
    /// <param name="at">Where the bracket begins.</param>
    public static string? NameBefore(string text, int at)
    {
        var line = Shares().Replace(OwnShares.Bare(Before(text, at)), "");
        if (Listed().IsMatch(line))
            return null;
        var words = line.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var from = words.Length;
        for (var i = words.Length - 1; i >= 0; i--)
        {
            // A full stop or a comma ends what stands before the name, but not where a legal form has it: Norvale, Inc.
            if (i < words.Length - 1 && ((EndsPart().IsMatch(words[i]) && !IsLegalForm(words[i]) && !Initial().IsMatch(words[i])) || (words[i].EndsWith(',') && !words[(i + 1)..].All(IsLegalForm))))
                break;
            if (NameWord().IsMatch(words[i]) || (IsLegalForm(words[i]) && i > 0))
                from = i;
            else if (!Small.Contains(words[i]))
                break;
        }
        while (from < words.Length && Opening().IsMatch(words[from]))
            from++;
        var name = string.Join(' ', words[from..]).Trim(' ', ',', '“', '"', '«');
        return name.Length > 1 && CompanyKey.Of(name) is { } key && !Roles.Contains(key) && !IsLegalForm(name) && Exchanges.Name(name) is null ? name : null;
    }

    /// <summary>True where two names mean one company: the same, one short for the other (Goodyear), or its initials (IBM).</summary>
    /// <param name="inHeadline">True for a name out of a headline, where verbs have capitals too: what follows a name is no part of it there.</param>
    public static bool IsSame(string name, string? company, bool inHeadline = false)
    {
        if (CompanyKey.Of(name) is not { } one || CompanyKey.Of(company is null ? null : OwnShares.Bare(company)) is not { } other)
            return false;
        if (one == other || EndsWith(one, other))
            return true;
        if (one.Length >= ShortestPart && $"-{other}-".Contains($"-{one}-", StringComparison.Ordinal))
            return true;
        if (one.StartsWith(other + "-", StringComparison.Ordinal) && other.Length >= ShortestPart)
        {
            var added = one[(other.Length + 1)..].Split('-');
            return added.All(Addition) || (!inHeadline && added.Length <= MostAddedWords && !name.Contains('&', StringComparison.Ordinal) && !And().IsMatch(name));
        }
        return one.Length >= ShortestPart && one == string.Concat(other.Split('-').Where(word => !Small.Contains(word)).Select(word => word[0]));
    }

    /// <summary>The text of the same paragraph that stands before a place, as much of it as can hold a name.</summary>
    public static string Before(string text, int at)
    {
        var from = Math.Max(0, at - Searched);
        if (from > 0 && char.IsLowSurrogate(text[from]))
            from++;
        var line = text.LastIndexOf('\n', Math.Max(0, at - 1), Math.Max(0, at - from));
        return text[Math.Max(from, line + 1)..at];
    }

    private static bool EndsWith(string key, string end) => key.EndsWith("-" + end, StringComparison.Ordinal);

    private static bool Addition(string word) => word is "group" or "groupe" or "holding" or "holdings" or "international" or "global" or "worldwide" or "enterprises" or "industries" or "companies" or "trust" or "fund" or "reit";

    private static bool IsLegalForm(string words) => LegalForms.Without("x " + words.TrimEnd(',')) == "x";

    // Common shares   's Class A ordinary shares   ’s stock
    [GeneratedRegex("""(?:['’]s?)?(?:\s(?:outstanding|issued|listed|publicly|traded|common|ordinary|preferred|preference|subordinate|voting|non-voting|restricted|Class|[A-C]|American|Depositary|de|du|des|actions?|ordinaires|privilégiées))*\s(?:shares?|stock|units?|securities|ADSs?|ADRs?|actions|titres|Aktien?)(?:\s(?:of|de))?$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shares();

    // Listed in New York: a market's place is no company.
    [GeneratedRegex("""\b(?:listed|trade[sd]?|trading|quoted|cotée?s?|négociée?s?|notiert|gehandelt|cotizan?)\b[^.;]{0,80}$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listed();

    [GeneratedRegex("""[.!?;:…–—]["”»)]*$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsPart();

    [GeneratedRegex("""^["“«'‘(]?\p{Ll}?[\p{Lu}\p{Lo}\d]""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NameWord();

    // J.   St.   U.S.
    [GeneratedRegex("""^(?:\p{Lu}\.)+$|^(?:St|Mt|Ft|Dr|Ste|Jr|Sr|No)\.$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Initial();

    // What begins a sentence before a name.
    [GeneratedRegex("""^(?:Its?|Our|Their|His|Her|This|That|These|An?|Such|Ses?|Sa|Son|Notre|Leurs?|Le|La|Les|Cette?|Ihre?|Seine?|Today|Yesterday|At|In|On|For|With|From|By|While|When|As|And|But|Also|Both|Meanwhile|Separately|Shares|of|and|the|The|de|du|des|la|le|les|et|À|Avec|Pour|Chez|Par|Selon|Bei|Mit|Con|Para|Por)$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("""\s(?:and|et|und|y|e)\s""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex And();
}
