using System.Xml.Linq;

namespace NewsWire.Ingest.Formats;

/// <summary>One item of a feed as its elements: what a wire's reader picks from. Names are matched without their namespace.</summary>
internal sealed class FeedItem(XElement element)
{
    /// <summary>The first element of a name (title, or dc:subject by its usual prefix), its text trimmed; null where there is none or it is empty.</summary>
    public string? Text(string name) => Texts(name).FirstOrDefault();

    /// <summary>Every element of a name, in order, empty ones left out.</summary>
    public IEnumerable<string> Texts(string name) => Elements(name).Select(found => found.Value.Trim()).Where(text => text.Length > 0);

    /// <summary>The first element of a name as markup: encoded as text, or written out as elements of its own.</summary>
    public string? Html(string name) => Elements(name).Select(Markup).FirstOrDefault(html => html.Length > 0);

    /// <summary>The elements of a name: with a prefix the prefix must agree, without one there must be none.</summary>
    public IEnumerable<XElement> Elements(string name)
    {
        var (prefix, local) = name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (name[..colon], name[(colon + 1)..]) : ("", name);
        return element.Elements().Where(child =>
            child.Name.LocalName.Equals(local, StringComparison.OrdinalIgnoreCase) && Prefix(child).Equals(prefix, StringComparison.OrdinalIgnoreCase));
    }

    private static string Markup(XElement element) => element.HasElements
        ? string.Concat(element.Nodes().Select(node => Plain(node).ToString(SaveOptions.DisableFormatting))).Trim()
        : element.Value.Trim();

    // HTML knows no prefixes, and no short form of empty elements but for those that are always empty.
    private static XNode Plain(XNode node) => node is not XElement element ? node : new XElement(
        element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace == XNamespace.None),
        element.Nodes().Select(Plain),
        element.Name.LocalName is "br" or "hr" or "img" ? null : "");

    // The addresses of these namespaces differ from feed to feed and are often missing; their prefixes do not.
    private static string Prefix(XElement child)
    {
        var space = child.Name.Namespace;
        if (space == XNamespace.None || space == child.Parent?.Name.Namespace)
            return "";
        return child.GetPrefixOfNamespace(space) ?? "";
    }
}
