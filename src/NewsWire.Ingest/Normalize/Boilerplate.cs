using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>A part of a text that is not news.</summary>
/// <param name="Kind">about, outlook (forward-looking statements), disclaimer, contact, source, end, link or media.</param>
/// <param name="Start">Index of its first character in the body's text.</param>
internal sealed record Section(string Kind, string Text, int Start);

/// <summary>
/// Finds text that is repeated in all releases of an issuer or added by wires. The section of a heading reaches to the next heading;
/// nothing is removed here.
/// </summary>
internal static partial class Boilerplate
{
    /// <summary>Pattern of the words before a company's name in the heading of its description ("About").</summary>
    public const string AboutWords = @"About|À\spropos\sd(?:e\sl['’]|e\sla|es|u|e|['’])|A\spropos\sd(?:e\sla|es|u|e|['’])|Acerca\sde(?:l|\sla)?|Sobre(?:\sa|\so)?|Über(?:\sdie)?|Informazioni\ssu|Om|關於|关于";

    // Maximum number of paragraphs in a section, so that a heading in the middle of a text does not claim the rest.
    private static readonly Dictionary<string, int> Reach = new(StringComparer.Ordinal) { ["about"] = 3, ["outlook"] = 12, ["disclaimer"] = 1, ["contact"] = 6 };

    public static ImmutableArray<Section> In(string text)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        string? open = null;
        var reach = 0;
        foreach (var block in Blocks(text))
        {
            var kind = KindOf(block.Text);
            if (kind is null && open is not null && reach > 0 && !(open == "contact" && IsProse(block.Text)))
            {
                // The description of one company is one section, however many paragraphs it has.
                var last = sections[^1];
                sections[^1] = last with { Text = text[last.Start..(block.Start + block.Text.Length)] };
                reach--;
                continue;
            }
            open = kind;
            reach = kind is null ? 0 : Reach.GetValueOrDefault(kind);
            if (kind is not null)
                sections.Add(new Section(kind, block.Text, block.Start));
        }
        return sections.ToImmutable();
    }

    /// <summary>True for a paragraph that begins the description of a company.</summary>
    public static bool IsAbout(string paragraph) => About().IsMatch(FirstLine(paragraph)) && KindOf(paragraph) == "about";

    /// <summary>The text without its boilerplate sections.</summary>
    public static string Without(string text)
    {
        var news = new System.Text.StringBuilder(text.Length);
        var from = 0;
        foreach (var section in In(text))
        {
            news.Append(text, from, section.Start - from);
            from = section.Start + section.Text.Length;
        }
        return news.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The text without lines that wires add: source, contacts, links back, end marks.</summary>
    public static string WithoutWireLines(string text) => WireLine().Replace(text, " ");

    private static ReadOnlySpan<char> FirstLine(string block) => block.AsSpan(0, block.AsSpan().IndexOf('\n') is var line and >= 0 ? line : block.Length).Trim();

    private static string? KindOf(string block)
    {
        var first = FirstLine(block);
        if (first.Length <= 160)
        {
            if (End().IsMatch(first))
                return "end";
            if (Source().IsMatch(first))
                return "source";
            if (MediaLine().IsMatch(first))
                return "media";
            if (About().IsMatch(first))
                return "about";
            if (OutlookHeading().IsMatch(first))
                return "outlook";
        }
        if (first.Length <= 600)
        {
            if (LinkBack().IsMatch(first))
                return "link";
            if (Contact().IsMatch(first))
                return "contact";
        }
        if (Disclaimer().IsMatch(first))
            return "disclaimer";
        return Outlook().IsMatch(block) ? "outlook" : null;
    }

    // Lists of names, titles and numbers have capitals and no full stop; a sentence has words in lower case and ends with a full stop.
    private static bool IsProse(string block)
    {
        if (block.Contains('@', StringComparison.Ordinal) || !SentenceEnd().IsMatch(block) || Number().IsMatch(block))
            return false;
        var words = block.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 5 && words.Count(word => char.IsLower(word[0])) * 2 >= words.Length;
    }

    private static IEnumerable<(string Text, int Start)> Blocks(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0)
                end = text.Length;
            if (end > start)
                yield return (text[start..end], start);
            start = end + 2;
        }
    }

    private const string Ends = @"#{3,5}|(?:#\s){2,4}#|[-–—]\s?30\s?[-–—]|[-–—]{0,2}\s?(?:END|ENDS|FIN|ENDE)\s?[-–—]{0,2}|-0-|\*\s?\*\s?\*";
    private const string Links = @"(?:Cision\s)?View\s(?:the\s)?(?:original\s(?:content|(?:press\s|news\s)?release)|source\sversion).*|Voir\sl[ea]\s(?:contenu|version)\s(?:original|source|d['’]origine).*|Ver\s(?:el\s)?contenido\soriginal.*|Originalversion\sauf.*|Consultez\sla\sversion\ssource.*|Continue\sReading.*|Cision.*";
    private const string Contacts =
        @"(?:(?:Media|Press|Investor|Company|Corporate|Public)\s(?:and\s\w+\s|&\s\w+\s)?(?:Contacts?|Relations(?:\sContacts?)?|Enquiries|Inquiries)|Contacts?(?:\s(?:information|presse|médias?|investisseurs|details))?|Contactos?|Kontakt(?:e|daten)?|Pressekontakt|Ansprechpartner|Contatti|Relations\s(?:médias|investisseurs|avec\sles\s\w+))\s*[:：].*"
        + @"|(?:(?:Media|Press|Investor|Company|Corporate)\s(?:and\s\w+\s)?Contacts?|CONTACTS?|Contacts?(?:\s(?:Information|Details))?|Contactos?|Pressekontakt|Kontakt)"
        + @"|For\s(?:further|more|additional)\sinformation.*|Renseignements.*|Pour\s(?:de\s)?plus\s(?:amples\s)?(?:de\srenseignements|d['’]informations?|renseignements).*|Para\s(?:más|obtener\smás)\sinformación.*|Weitere\sInformationen.*";
    private const string Sources = @"SOURCE\b.*|Source\s?[:：].*|來源[:：].*|来源[:：].*";
    private const string MediaLines = @"(?:Logo|Photos?|Video|Vidéo|Foto|Infographic|Image|Bild|Picture|Multimedia)\s*[-–—:].*";

    [GeneratedRegex("^(?:" + Ends + ")$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex End();

    [GeneratedRegex("^(?:" + Sources + ")$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Source();

    [GeneratedRegex("^(?:" + MediaLines + ")$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MediaLine();

    [GeneratedRegex("^(?:" + Links + ")$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LinkBack();

    [GeneratedRegex("^(?:" + Contacts + ")$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Contact();

    [GeneratedRegex("""[.!?…]["”»’')]?\s*$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    // A telephone number.
    [GeneratedRegex("""(?<!\d)(?:\d[\s.\-()\u00A0]{0,2}){6,14}\d""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    // "About 50 people came." is news. A heading continues with a capitalized name and contains no sentence end and little else.
    [GeneratedRegex("^(?:" + AboutWords + @")\s*(?:[Tt]he\s|[Ll]['’])?[\p{Lu}\p{Lo}""“«][^.!?]{0,90}(?:\.(?=\s?[\p{L}(,&:]|$)[^.!?]{0,40}){0,3}(?:[:：].*)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex About();

    [GeneratedRegex("""^(?:(?:Cautionary|Caution)\s.{0,60}(?:Statements?|Information|Note)|Forward[\-‑\s]Looking\s(?:Statements?|Information)|Safe\sHarbou?r.{0,60}|(?:Cautionary\s)?Note\s(?:Regarding|on|about)\sForward.{0,60}|Énoncés\sprospectifs.{0,60}|Déclarations\sprospectives.{0,60}|Mise\sen\sgarde.{0,80}|Avertissement.{0,80}|Informations?\sprospectives?.{0,60}|Declaraciones?\s(?:prospectivas|a\sfuturo).{0,60}|Zukunftsgerichtete\sAussagen.{0,60}|Disclaimer.{0,40})\s*[:.]?$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutlookHeading();

    [GeneratedRegex("""(?:forward[\-‑\s]looking\s(?:statements?|information)|énoncés\sprospectifs|déclarations\sprospectives|declaraciones\sprospectivas|zukunftsgerichtete\sAussagen).{0,600}(?:within\sthe\smeaning|Litigation\sReform|risks?\sand\suncertainties|undertakes?\sno\sobligation|risques\set\s(?:d(?:es|['’])\s?)?incertitudes|riesgos|Risiken|au\ssens\sd)""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Outlook();

    [GeneratedRegex("""^(?:Neither\s(?:the\s)?(?:TSX|Toronto|Canadian\sSecurities|CSE|NYSE|NEO|Cboe|OTC)|(?:The\s)?(?:TSX|Canadian\sSecurities\sExchange|CSE)\s.{0,80}(?:has|have)\snot\s(?:reviewed|approved)|Ni\sla\sBourse\sde\scroissance|La\sBourse\sde\scroissance\sTSX|Not\sfor\s(?:distribution|release)|Ne\spas\sdistribuer)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Disclaimer();

    [GeneratedRegex(@"^\s*(?:" + Ends + "|" + Sources + "|" + Links + "|" + MediaLines + "|" + Contacts + @")\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex WireLine();
}
