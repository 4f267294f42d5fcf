using System.Text.RegularExpressions;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// A concept of a controlled vocabulary in the forms of IPTC formats: a QCode (medtop:20000202), its URI, or only a name.
/// </summary>
/// <param name="Scheme">The vocabulary's alias or URI as written; null where only a name is given.</param>
internal sealed partial record Concept(string? Scheme, string? Code, string? Name)
{
    /// <summary>The concept a NewsML-G2 element refers to by its qcode, uri or literal, with its name.</summary>
    public static Concept Of(WireElement element)
    {
        // A concept with facets takes the name of its main concept.
        var named = element.Child("mainConcept") ?? element;
        var name = NameOf(named);
        var literal = named.Attribute("literal");
        return Parse(named.Attribute("qcode") ?? named.Attribute("uri")) is { } parsed ? parsed with { Name = name } : Of(literal, name);
    }

    /// <summary>Its name in the language in force, or else its first name.</summary>
    public static string? NameOf(WireElement element)
    {
        var language = element.Language?.Split('-')[0];
        return (element.Children("name").FirstOrDefault(name => language is not null && language.Equals(name.Attribute("xml:lang")?.Split('-')[0], StringComparison.OrdinalIgnoreCase)) ?? element.Child("name")).Line();
    }

    /// <summary>A concept given without its vocabulary.</summary>
    public static Concept Of(string? literal, string? name) =>
        Number().IsMatch(literal ?? "") ? new Concept(SchemeOfNumber(literal!), literal, name) : new Concept(null, null, NewsText.Line(name) ?? NewsText.Line(literal));

    /// <summary>Parses medtop:20000202 or http://cv.iptc.org/newscodes/mediatopic/20000202; null for any other text.</summary>
    public static Concept? Parse(string? written)
    {
        if (written is not null && Term().Match(written.Trim()) is { Success: true } match)
        {
            var scheme = match.Groups["scheme"].Value;
            var code = Uri.UnescapeDataString(match.Groups["code"].Value);
            // For a URI of an unknown vocabulary, the last segment but one is taken for the vocabulary, unless the form of the code
            // identifies it.
            return new Concept(match.Groups["address"].Success && SchemeOf(scheme) is null && Number().IsMatch(code) ? SchemeOfNumber(code) : scheme, code, null);
        }
        return null;
    }

    /// <summary>The concept as a subject; null where it has no vocabulary.</summary>
    public RawSubject? Subject
    {
        get
        {
            if (Scheme is null || Code is null)
                return null;
            var scheme = SchemeOf(Scheme) ?? Scheme.ToLowerInvariant();
            // For a code that is not in our copy of the vocabulary, the name is more useful than the code.
            return new RawSubject(scheme, Markup.OfText(Name is null || SubjectCatalog.Shipped.Find(scheme, Code) is not null ? Code : Name));
        }
    }

    /// <summary>The name, or else the code.</summary>
    public string? Label => Name ?? Code;

    private static string? SchemeOf(string alias) => alias.ToLowerInvariant() switch
    {
        "medtop" or "mediatopic" => "medtop",
        "subj" or "subjectcode" or "iptcsc" or "iptccode" => "iptc-subject",
        "mwsubject" => "gnw",
        "mwindustry" => "gnw-industry",
        _ => null,
    };

    // Both vocabularies use eight-digit codes; new Media Topics (medtop) are numbered from 20000000, Subject Codes (subj) are lower.
    private static string SchemeOfNumber(string code) => code[0] == '2' ? "medtop" : "subj";

    [GeneratedRegex("""^(?:(?<address>https?://[^\s?#]{1,300}?/)(?<scheme>[\w.\-]{1,40})/(?<code>[\w.\-%]{1,100})/?|(?<scheme>[A-Za-z][\w.\-]{0,39}):(?<code>(?!//)\S[^\r\n]{0,99}))$""", RegexOptions.None, 1000)]
    private static partial Regex Term();

    [GeneratedRegex("""^\d{8}$""", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
