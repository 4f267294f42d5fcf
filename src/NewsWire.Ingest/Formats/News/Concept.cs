using System.Text.RegularExpressions;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>A term of a vocabulary as news formats name it: medtop:20000202, the address of it, or only a name.</summary>
/// <param name="Scheme">The vocabulary's alias or address as written; null where only a name is given.</param>
internal sealed partial record Concept(string? Scheme, string? Code, string? Name)
{
    /// <summary>What a G2 element names by its qcode, uri or literal, with its name.</summary>
    public static Concept Of(WireElement element)
    {
        // A concept with facets is named by its main one.
        var named = element.Child("mainConcept") ?? element;
        var name = NameOf(named);
        var literal = named.Attribute("literal");
        return Parse(named.Attribute("qcode") ?? named.Attribute("uri")) is { } parsed ? parsed with { Name = name } : Of(literal, name);
    }

    /// <summary>Its name in the language around it, or its first.</summary>
    public static string? NameOf(WireElement element)
    {
        var language = element.Language?.Split('-')[0];
        return (element.Children("name").FirstOrDefault(name => language is not null && language.Equals(name.Attribute("xml:lang")?.Split('-')[0], StringComparison.OrdinalIgnoreCase)) ?? element.Child("name")).Line();
    }

    /// <summary>A term that stands without its vocabulary.</summary>
    public static Concept Of(string? literal, string? name) =>
        Number().IsMatch(literal ?? "") ? new Concept(SchemeOfNumber(literal!), literal, name) : new Concept(null, null, NewsText.Line(name) ?? NewsText.Line(literal));

    /// <summary>medtop:20000202, http://cv.iptc.org/newscodes/mediatopic/20000202; null where it is neither.</summary>
    public static Concept? Parse(string? written)
    {
        if (written is not null && Term().Match(written.Trim()) is { Success: true } match)
        {
            var scheme = match.Groups["scheme"].Value;
            var code = Uri.UnescapeDataString(match.Groups["code"].Value);
            // An address whose vocabulary is unknown tells its name by its last part but one, unless the code tells more.
            return new Concept(match.Groups["address"].Success && SchemeOf(scheme) is null && Number().IsMatch(code) ? SchemeOfNumber(code) : scheme, code, null);
        }
        return null;
    }

    /// <summary>A subject of a vocabulary; null where none is named, or where it is only a name.</summary>
    public RawSubject? Subject
    {
        get
        {
            if (Scheme is null || Code is null)
                return null;
            var scheme = SchemeOf(Scheme) ?? Scheme.ToLowerInvariant();
            // A code that our list does not have says less than the name beside it.
            return new RawSubject(scheme, Markup.OfText(Name is null || SubjectCatalog.Shipped.Find(scheme, Code) is not null ? Code : Name));
        }
    }

    /// <summary>The name, or what stands for it.</summary>
    public string? Label => Name ?? Code;

    private static string? SchemeOf(string alias) => alias.ToLowerInvariant() switch
    {
        "medtop" or "mediatopic" => "medtop",
        "subj" or "subjectcode" or "iptcsc" or "iptccode" => "iptc-subject",
        "mwsubject" => "gnw",
        "mwindustry" => "gnw-industry",
        _ => null,
    };

    // Both lists have eight digits; Media Topics were numbered from 20000000 where they are new.
    private static string SchemeOfNumber(string code) => code[0] == '2' ? "medtop" : "subj";

    [GeneratedRegex("""^(?:(?<address>https?://[^\s?#]{1,300}?/)(?<scheme>[\w.\-]{1,40})/(?<code>[\w.\-%]{1,100})/?|(?<scheme>[A-Za-z][\w.\-]{0,39}):(?<code>(?!//)\S[^\r\n]{0,99}))$""", RegexOptions.None, 1000)]
    private static partial Regex Term();

    [GeneratedRegex("""^\d{8}$""", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
