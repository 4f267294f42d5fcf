using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats.Xml;

/// <summary>Reads the internal entity declarations of a document type; the rest of it is ignored.</summary>
internal static partial class XmlDocumentType
{
    // Maximum length in characters; no document type of a release is longer.
    private const int Longest = 100_000;

    /// <summary>The entities with the index and length of their values, and the index after the document type.</summary>
    public static (IReadOnlyList<(string Name, int Start, int Length)> Entities, int End) Read(string document, int open)
    {
        var bracket = document.AsSpan(open).IndexOfAny('[', '>');
        if (bracket < 0)
            return ([], document.Length);
        if (document[open + bracket] == '>')
            return ([], open + bracket + 1);
        var start = open + bracket + 1;
        var close = SubsetEnd().Match(document, start, Math.Min(Longest, document.Length - start));
        if (!close.Success)
            return ([], document.IndexOf('>', start) is var end and >= 0 ? end + 1 : document.Length);
        List<(string, int, int)> entities = [];
        foreach (Match entity in Entity().Matches(document[start..close.Index]))
            entities.Add((entity.Groups["name"].Value, start + entity.Groups["value"].Index, entity.Groups["value"].Length));
        return (entities, close.Index + close.Length);
    }

    // Inside a quoted value "]>" may occur, but not at the end of a line.
    [GeneratedRegex("""\]\s*>""", RegexOptions.None, 1000)]
    private static partial Regex SubsetEnd();

    [GeneratedRegex("""<!ENTITY\s+(?<name>[\w.\-]{1,100})\s+(?:"(?<value>[^"]*)"|'(?<value>[^']*)')\s*>""", RegexOptions.None, 1000)]
    private static partial Regex Entity();
}
