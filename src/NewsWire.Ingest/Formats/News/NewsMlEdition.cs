using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// One language edition of a release within a NewsML 1 item: the component around the whole release and the one with its text.
/// </summary>
/// <param name="Whole">The component that contains all parts of the edition.</param>
/// <param name="Body">The component that contains the text, possibly the same; null where only headline and metadata were sent.</param>
/// <param name="Language">The language declared by the nearest component; null where none declares one.</param>
internal sealed record NewsMlEdition(WireElement Whole, WireElement? Body, string? Language)
{
    // Limits the work per item; no release is sent in more languages.
    private const int MostBodies = 100;

    private static readonly string[] BodyRoles = ["Body", "Main", "MainText", "BodyText", "Text", "Story", "Article"];

    public static IEnumerable<NewsMlEdition> In(WireElement item)
    {
        var components = item.Within(["NewsComponent"]).ToList();
        var bodies = components.Where(IsBody).Take(MostBodies).ToList();
        if (bodies.Count == 0)
            return components.Where(component => RoleOf(component) is null && component.Child("NewsLines", "HeadLine").Line() is not null)
                .Take(1)
                .Select(component => new NewsMlEdition(component, null, LanguageOf(component)));
        // A component with a role is part of the enclosing one; one without a role is the whole edition.
        return bodies
            .Select(body => new NewsMlEdition(RoleOf(body) is null || body.Parent is not { } around || !IsComponent(around) ? body : around, body, LanguageOf(body)))
            .DistinctBy(edition => (edition.Whole, edition.Language));
    }

    /// <summary>The parts with one of these roles, in this edition's language or without a language.</summary>
    public IEnumerable<WireElement> Parts(params string[] roles) => Whole.Within(["NewsComponent"])
        .Where(part => RoleOf(part) is { } role && roles.Contains(role, StringComparer.OrdinalIgnoreCase))
        .Where(part => part.Child("DescriptiveMetadata", "Language")?.Attribute("FormalName") is not { } own || own.Equals(Language, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every part that is not text: photos, videos, logos, documents.</summary>
    public IEnumerable<WireElement> Files => Whole.Within(["NewsComponent"]).Prepend(Whole)
        .Where(part => part.Children("ContentItem").Any(content => content.Attribute("Href") is not null));

    /// <summary>
    /// The text at a path in the nearest component that has it, this edition or an enclosing one; null where none has it.
    /// </summary>
    public string? Nearest(params string[] path) => Whole.AndAround().Where(IsComponent).Select(component => component.Child(path).Line()).FirstOrDefault(line => line is not null);

    /// <summary>The FormalName at a path in the nearest component that has it, this edition or an enclosing one.</summary>
    public string? NearestName(params string[] path) => Whole.AndAround().Where(IsComponent).Select(component => NewsText.Line(component.Child(path)?.Attribute("FormalName"))).FirstOrDefault(line => line is not null);

    /// <summary>The metadata elements of this edition and its enclosing components.</summary>
    public IEnumerable<WireElement> Around(string name) => Whole.AndAround().Where(IsComponent).SelectMany(component => component.Children(name));

    private static bool IsBody(WireElement component) => RoleOf(component) is { } role
        ? BodyRoles.Contains(role, StringComparer.OrdinalIgnoreCase)
        : component.Children("ContentItem").Any(content => NewsMlContent.HtmlOf(content) is not null);

    private static bool IsComponent(WireElement element) => element.LocalName.Equals("NewsComponent", StringComparison.OrdinalIgnoreCase);

    private static string? RoleOf(WireElement component) => NewsText.Line(component.Child("Role")?.Attribute("FormalName"));

    private static string? LanguageOf(WireElement component) => component.AndAround()
        .Select(around => NewsText.Line(around.Child("DescriptiveMetadata", "Language")?.Attribute("FormalName")) ?? around.Attribute("xml:lang"))
        .FirstOrDefault(language => language is not null);
}
