using System.Buffers;
using System.Text;

namespace NewsWire.Ingest.Formats;

/// <summary>The names by which wires sign their datelines and stand on the pages of others.</summary>
internal static class WireMarks
{
    // Of several that are in one text the first wins: what is part of another stands behind it.
    private static readonly (string Mark, string Name)[] Names =
    [
        ("PRNewswire", "PR Newswire"), ("PR Newswire", "PR Newswire"), ("HISPANIC PR WIRE", "PR Newswire"), ("Xinhua-AsiaNet", "PR Newswire"), ("美通社", "PR Newswire"), ("AsiaNet", "AsiaNet"),
        ("CNW Telbec", "CNW Telbec"), ("Canada NewsWire", "CNW"), ("CNW", "CNW"),
        ("GLOBE NEWSWIRE", "GlobeNewswire"), ("GlobeNewswire", "GlobeNewswire"),
        ("Marketwired", "Marketwired"), ("Marketwire", "Marketwired"), ("Market Wire", "Marketwired"),
        ("BUSINESS WIRE", "Business Wire"), ("BusinessWire", "Business Wire"), ("美國商業資訊", "Business Wire"), ("美国商业资讯", "Business Wire"), ("ビジネスワイヤ", "Business Wire"),
        ("Newsfile", "Newsfile"), ("ACCESS Newswire", "ACCESS Newswire"), ("ACCESSWIRE", "ACCESS Newswire"),
        ("EINPresswire", "EIN Presswire"), ("EIN Presswire", "EIN Presswire"), ("PRWEB", "PRWeb"), ("PRISM MediaWire", "PRISM MediaWire"),
        ("Media OutReach", "Media OutReach"), ("ACN Newswire", "ACN Newswire"), ("JCN Newswire", "JCN Newswire"), ("Send2Press", "Send2Press"),
        ("AETOSWire", "AETOSWire"), ("Newswire.com", "Newswire.com"), ("Korea Newswire", "Korea Newswire"), ("3BL", "3BL"),
    ];

    // Two sets: one of ASCII alone is searched faster.
    private static readonly SearchValues<string> Marks = SearchValues.Create([.. Names.Select(wire => wire.Mark).Where(mark => Ascii.IsValid(mark))], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> MarksInOtherLetters = SearchValues.Create([.. Names.Select(wire => wire.Mark).Where(mark => !Ascii.IsValid(mark))], StringComparison.Ordinal);

    /// <summary>What may stand in brackets, and at the beginning of what stands there, as a pattern.</summary>
    public const string InBrackets =
        @"GLOBE\s?NEWSWIRE|BUSINESS\s?WIRE|Newsfile(?:\sCorp|\sNews)?|Marketwired?|Market\sWire|PRWEB|PR\s?Newswire|EINPresswire|ACCESSWIRE|ACCESS\sNewswire"
        + @"|ACN\sNewswire|JCN\sNewswire|Send2Press|AETOSWire|Newswire\.com|Korea\sNewswire|美國商業資訊|美国商业资讯|ビジネスワイヤ";

    /// <summary>What may stand between strokes.</summary>
    public const string BetweenStrokes = @"PR\s?Newswire|美通社|(?:\p{L}[\p{L} ]{0,30}-)?AsiaNet|CNW|Canada\sNewsWire|GLOBE\s?NEWSWIRE|EIN\s?Presswire|PRWEB|BUSINESS\sWIRE|Marketwired?|3BL";

    /// <summary>The full name of the wire a mark or a distributor's label names, or null.</summary>
    public static string? NameIn(string label)
    {
        // Most texts name no wire: one search for all names before one for each.
        if (!label.AsSpan().ContainsAny(Marks) && !label.AsSpan().ContainsAny(MarksInOtherLetters))
            return null;
        foreach (var (mark, name) in Names)
        {
            if (label.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return name;
        }
        return null;
    }
}
