using System.Buffers;
using System.Text;

namespace NewsWire.Ingest.Formats;

/// <summary>Names by which wires sign datelines and are named on other sites.</summary>
internal static class WireMarks
{
    // The first match wins, so a name that contains another one must come before it.
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

    // Two sets: one of ASCII characters only is searched faster.
    private static readonly SearchValues<string> Marks = SearchValues.Create([.. Names.Select(wire => wire.Mark).Where(mark => Ascii.IsValid(mark))], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> MarksInOtherLetters = SearchValues.Create([.. Names.Select(wire => wire.Mark).Where(mark => !Ascii.IsValid(mark))], StringComparison.Ordinal);

    /// <summary>Pattern of the marks that occur in parentheses, matched at the beginning of their content.</summary>
    public const string InBrackets =
        @"GLOBE\s?NEWSWIRE|BUSINESS\s?WIRE|Newsfile(?:\sCorp|\sNews)?|Marketwired?|Market\sWire|PRWEB|PR\s?Newswire|EINPresswire|ACCESSWIRE|ACCESS\sNewswire"
        + @"|ACN\sNewswire|JCN\sNewswire|Send2Press|AETOSWire|Newswire\.com|Korea\sNewswire|美國商業資訊|美国商业资讯|ビジネスワイヤ";

    /// <summary>Pattern of the marks that occur between slashes.</summary>
    public const string BetweenStrokes = @"PR\s?Newswire|美通社|(?:\p{L}[\p{L} ]{0,30}-)?AsiaNet|CNW|Canada\sNewsWire|GLOBE\s?NEWSWIRE|EIN\s?Presswire|PRWEB|BUSINESS\sWIRE|Marketwired?|3BL";

    /// <summary>The full name of the wire that a mark or a distributor's label names, or null.</summary>
    public static string? NameIn(string label)
    {
        // Most texts name no wire: one combined search comes before one for each name.
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
