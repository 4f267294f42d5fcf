using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>A release in one language inside an item of NewsML 1: the component that is the whole, and the part that is its text.</summary>
/// <param name="Whole">The component around its parts.</param>
/// <param name="Body">The component with the text, perhaps the same; null where only lines were sent.</param>
/// <param name="Language">As the nearest component says; null where none does.</param>
internal sealed record NewsMlEdition(WireElement Whole, WireElement? Body, string? Language)
{
    // No release is sent in more languages.
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
        // A part with a role stands in the whole; one without is the whole.
        return bodies
            .Select(body => new NewsMlEdition(RoleOf(body) is null || body.Parent is not { } around || !IsComponent(around) ? body : around, body, LanguageOf(body)))
            .DistinctBy(edition => (edition.Whole, edition.Language));
    }

    /// <summary>The parts of a role that are in this edition's language or in none.</summary>
    public IEnumerable<WireElement> Parts(params string[] roles) => Whole.Within(["NewsComponent"])
        .Where(part => RoleOf(part) is { } role && roles.Contains(role, StringComparer.OrdinalIgnoreCase))
        .Where(part => part.Child("DescriptiveMetadata", "Language")?.Attribute("FormalName") is not { } own || own.Equals(Language, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every part that is not text: photos, films, logos, documents.</summary>
    public IEnumerable<WireElement> Files => Whole.Within(["NewsComponent"]).Prepend(Whole)
        .Where(part => part.Children("ContentItem").Any(content => content.Attribute("Href") is not null));

    /// <summary>The nearest text of an element down a path, in this edition or around it.</summary>
    public string? Nearest(params string[] path) => Whole.AndAround().Where(IsComponent).Select(component => component.Child(path).Line()).FirstOrDefault(line => line is not null);

    /// <summary>The nearest formal name down a path, in this edition or around it.</summary>
    public string? NearestName(params string[] path) => Whole.AndAround().Where(IsComponent).Select(component => NewsText.Line(component.Child(path)?.Attribute("FormalName"))).FirstOrDefault(line => line is not null);

    /// <summary>The metadata blocks in this edition and around it.</summary>
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
