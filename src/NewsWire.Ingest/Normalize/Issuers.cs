using System.Buffers;
using System.Text.RegularExpressions;
using NewsWire.Data;

namespace NewsWire.Ingest.Normalize;

/// <summary>Who issued a release.</summary>
internal static partial class Issuers
{
    private const int HeadSearched = 400;
    private const int TailSearched = 4000;
    private const int LongestName = 80;

    // One of them is in every announcement: without it the pattern is not tried.
    private static readonly SearchValues<string> WordsOfAnnouncing = SearchValues.Create(["announc", "annonc", "anunci", "gibt", "gab"], StringComparison.Ordinal);

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
        foreach (var paragraph in Opening.Paragraphs(text))
        {
            var opening = paragraph.Length > HeadSearched ? paragraph[..HeadSearched] : paragraph;
            if (Tickers.Brackets(opening).Select(bracket => (int?)bracket.Start).FirstOrDefault() is { } shares && OwnShares.Bare(opening[..shares]) is var name && IsName(name))
                return name;
        }
        return null;
    }

    /// <summary>Who announces something in the first words of a text, where it is surely a company or the one the headline begins with; else null.</summary>
    public static string? FromAnnouncement(string headline, string text)
    {
        foreach (var paragraph in Opening.Paragraphs(text))
        {
            var head = paragraph.Length > HeadSearched ? paragraph[..HeadSearched] : paragraph;
            if (!head.AsSpan().ContainsAny(WordsOfAnnouncing) || Announcement().Match(head) is not { Success: true } match)
                continue;
            var name = OwnShares.Bare(match.Groups["name"].Value);
            if (IsName(name) && !Person().IsMatch(name) && !Person().IsMatch(match.Groups["what"].Value)
                && (LegalForms.EndIn(name) || Company().IsMatch(match.Groups["what"].Value) || headline.StartsWith(LegalForms.Without(name) + " ", StringComparison.OrdinalIgnoreCase)))
                return name;
        }
        return null;
    }

    /// <summary>The company of the one heading "About …", or of the one whose name the headline or the first lines say; else null.</summary>
    public static string? FromAbout(string headline, string text)
    {
        var headings = AboutLine().Matches(text);
        var names = headings.Select(match => match.Groups["name"].Value.Trim(' ', '\u00A0', ':')).Where(name => name.Length > 1 && Distributor.Of(name) is null).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count <= 1)
            return names.FirstOrDefault();
        var lead = headline + "\n" + text[..Math.Min(HeadSearched, headings[0].Index)];
        return names.FirstOrDefault(name => lead.Contains(LegalForms.Without(name), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An author whose name ends as only companies' names do, or null.</summary>
    public static string? FromAuthors(IEnumerable<string> authors) => authors.FirstOrDefault(LegalForms.EndIn);

    private static bool IsName(string text) => text.Length is > 1 and <= LongestName && Name().IsMatch(text) && Distributor.Of(text) is null;

    [GeneratedRegex("""^[ \t\u00A0]*(?:SOURCE[ \t\u00A0]*[:：]?|Source[ \t\u00A0]*[:：]|來源[:：]|来源[:：])[ \t\u00A0]*(?<name>(?<=[\s\u00A0:：])\S.{1,150}?)[ \t\u00A0]*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SourceLine();

    // Words with capitals and the small ones between them, and nothing that could be a verb; "Shares of Norvale" is what it has.
    [GeneratedRegex(
        """
        ^(?!(?:Shares|(?:Share|Stock)?[Hh]olders|Investors|Customers|Members|Directors|Officials|Management|Employees|Units|Notes|Today|Yesterday|This|Based|Founded|In|On|At|After|As|With)\b)
        (?:[Tt]he\s)?\p{Ll}?[\p{Lu}\p{Lo}\d][\p{L}\p{M}\d&'’.,\-+!®™]*
        (?:[\s\u00A0](?:\p{Ll}?[\p{Lu}\p{Lo}\d][\p{L}\p{M}\d&'’.,\-+!®™]*|&|of|and|the|for|de|du|des|la|le|les|et|y|e|di|del|da|do|dos|van|von|der|und|für|[dl]['’][\p{L}\p{M}]+|(?:inc|ltd|ltée|limitée|corp|plc|llc|gmbh|s\.?a|s\.?p\.?a|a/s|asa|ab|nv|bv)\.?,?)){0,9}$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    // Norvale Instruments, a maker of gauges, today announced   Métiers Orvane inc. annonce
    [GeneratedRegex("""^(?<name>[^\n(“"]{2,80}?(?:[\s\u00A0]?\([^()]{1,60}\))?)(?:,\s(?<what>[^.\n]{3,160}),)?,?\s(?:(?:has|have|today|also|is|are|a|ont|ha|han|proudly|officially|aujourd['’]hui|hoy|heute)\s){0,3}(?:announced|announces?|announcing|annoncé|annonce(?:nt)?|anuncian?|anunci[óa]|gibt|gab)\b""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announcement();

    [GeneratedRegex("""^(?:an?|the|une?|la|le|l['’]|una|el|ein|eine|one\sof)\s?.*\b(?:company|provider|maker|manufacturer|developer|supplier|leader|producer|firm|operator|platform|bank|retailer|distributor|brand|subsidiary|nonprofit|association|entreprise|société|fournisseur|fabricant|chef\sde\sfile|empresa|proveedor|fabricante|líder|Unternehmen|Hersteller|Anbieter)\b""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Company();

    [GeneratedRegex("""\b(?:Governor|Mayor|President|Senator|Minister|Secretary|Ambassador|Congress(?:wo)?man|Representative|Attorney|Judge|King|Queen|Prince(?:ss)?|Dr|Mr|Mrs|Ms|Prof|CEO|CFO|founder|chief|director|chair\w*|head|manager|author|owner|candidate|présidente?|directeur|directrice|ministre|fondat\w+)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Person();

    [GeneratedRegex(@"^[ \t\u00A0]*(?:" + Boilerplate.AboutWords + @")[ \u00A0]*(?<name>(?:The\s|the\s)?[\p{Lu}\d][^\n:.]{1,80}?(?:(?<=Inc|Corp|Ltd|Co|S\.A|S\.p\.A|Ltée|ltée|inc|N\.V|B\.V)\.)?)[ \u00A0]*(?:[:：].*)?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AboutLine();
}
