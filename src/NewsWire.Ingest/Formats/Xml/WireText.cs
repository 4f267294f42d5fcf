namespace NewsWire.Ingest.Formats.Xml;

/// <summary>
/// A run of text: a piece of the document that is decoded when somebody asks for it. Most of a feed nobody asks for.
/// </summary>
/// <param name="literal">True for CDATA: what stands in it is meant as it is written.</param>
internal sealed class WireText(string document, int start, int length, bool literal, XmlEntities entities) : WireNode
{
    private string? _value;

    /// <summary>The text, entities decoded and line ends made one.</summary>
    public string Value => _value ??= Read();

    private string Read()
    {
        var span = document.AsSpan(start, length);
        if (!literal && span.Contains('&'))
            return entities.Decode(span);
        return span.Contains('\r') ? span.ToString().ReplaceLineEndings("\n") : span.ToString();
    }
}
