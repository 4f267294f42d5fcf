namespace NewsWire.Ingest.Formats.Xml;

/// <summary>Classifies what begins at a "&lt;", and finds the end of comments, instructions and declarations.</summary>
internal sealed class XmlScan(string text)
{
    internal enum Kind
    {
        /// <summary>Not markup: a literal less-than sign.</summary>
        Text,
        Start,
        End,
        CData,
        DocumentType,
        Comment,
        Instruction,
        Declaration,
    }

    // An end mark not found once does not occur later either; remembering that avoids quadratic time on a
    // text full of unterminated beginnings.
    private bool _noComment;
    private bool _noInstruction;

    public Kind KindAt(int open)
    {
        var rest = text.AsSpan(open + 1);
        if (rest.IsEmpty)
            return Kind.Text;
        return rest[0] switch
        {
            '/' => rest.Length > 1 && IsNameStart(rest[1]) ? Kind.End : Kind.Text,
            '?' => Kind.Instruction,
            '!' when rest.StartsWith("!--") => Kind.Comment,
            '!' when rest.StartsWith("![CDATA[") => Kind.CData,
            '!' when rest.StartsWith("!DOCTYPE", StringComparison.OrdinalIgnoreCase) => Kind.DocumentType,
            '!' => rest.Length > 1 && char.IsAsciiLetter(rest[1]) ? Kind.Declaration : Kind.Text,
            var c => IsNameStart(c) ? Kind.Start : Kind.Text,
        };
    }

    /// <summary>The index after a comment, an instruction or a declaration.</summary>
    public int EndOf(Kind kind, int open) => kind switch
    {
        Kind.Comment => After("-->", open + 4, ref _noComment),
        Kind.Instruction => After("?>", open + 2, ref _noInstruction),
        _ => text.IndexOf('>', open) is var end and >= 0 ? end + 1 : text.Length,
    };

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || (c > 0x7F && char.IsLetter(c));

    // An unterminated comment hides only its own start; parsing resumes after it.
    private int After(string mark, int from, ref bool none)
    {
        var end = none || from > text.Length ? -1 : text.IndexOf(mark, from, StringComparison.Ordinal);
        if (end >= 0)
            return end + mark.Length;
        none = true;
        return text.IndexOf('>', Math.Min(from, text.Length)) is var close and >= 0 ? close + 1 : text.Length;
    }
}
