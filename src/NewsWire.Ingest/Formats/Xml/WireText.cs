namespace NewsWire.Ingest.Formats.Xml;

/// <summary>A run of text, decoded on first use because most texts of a feed are never read.</summary>
/// <param name="literal">True for CDATA, in which references are not decoded.</param>
internal sealed class WireText(string document, int start, int length, bool literal, XmlEntities entities) : WireNode
{
    private string? _value;

    /// <summary>The text, with entities decoded and line ends normalized.</summary>
    public string Value => _value ??= Read();

    private string Read()
    {
        var span = document.AsSpan(start, length);
        if (!literal && span.Contains('&'))
            return entities.Decode(span);
        return span.Contains('\r') ? span.ToString().ReplaceLineEndings("\n") : span.ToString();
    }
}
