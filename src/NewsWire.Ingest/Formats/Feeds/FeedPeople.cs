using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>The authors of an item or a feed: names, or e-mail addresses where no name is given.</summary>
internal static partial class FeedPeople
{
    private static readonly string[] Authors = ["author", "atom:author", "dc:creator", "dc:author", "creator", "itunes:author", "googleplay:author"];

    /// <summary>The authors of an item, or else those of the source feed it was copied from.</summary>
    public static IReadOnlyList<string> Of(WireElement item) =>
        Named(item) is { Count: > 0 } own ? own : item.First("source") is { } source ? Named(source) : [];

    /// <summary>The authors of the whole feed.</summary>
    public static IReadOnlyList<string> OfFeed(WireElement channel) =>
        Named(channel) is { Count: > 0 } named ? named : [.. channel.All("itunes:owner").Concat(channel.All("managingEditor")).Select(Name).OfType<string>()];

    private static List<string> Named(WireElement element)
    {
        List<string> names = [];
        foreach (var person in element.Elements)
        {
            if (IsAuthor(person) && Name(person) is { } name && !names.Contains(name))
                names.Add(name);
        }
        return names;
    }

    private static bool IsAuthor(WireElement element)
    {
        foreach (var name in Authors)
        {
            if (element.Is(name))
                return true;
        }
        return false;
    }

    private static string? Name(WireElement person)
    {
        if (person.BreaksOff)
            return null;
        if (person.HasElements && (Part(person, "name") ?? Part(person, "email") ?? Part(person, "uri") ?? Part(person, "url")) is { } part)
            return part;
        var text = Spaces().Replace(person.Text, " ").Trim();
        if (text.Contains('@') && Mail().Match(text) is { Success: true } mail)
            text = (mail.Groups["name"].Value is { Length: > 0 } name ? name : mail.Groups["mail"].Value).Trim(' ', '"', '(', ')');
        return text.Length == 0 ? null : text;
    }

    private static string? Part(WireElement person, string name) =>
        person.Elements.FirstOrDefault(part => part.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Text.Trim() is { Length: > 0 } text ? text : null;

    // mail@example.com (Name) · Name <mail@example.com> · Name (mail@example.com) · mail@example.com, Name
    [GeneratedRegex("""^(?:(?<mail>[^\s()<>@]{1,100}@[^\s()<>,]{1,100})[,\s]*(?<name>.*)|(?<name>[^<(]{1,200}?)\s?[<(]\s?(?<mail>(?:mailto:)?[^\s()<>@]{1,100}@[^\s()<>]{1,100})\s?[>)])$""", RegexOptions.None, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex("""\s+""", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
