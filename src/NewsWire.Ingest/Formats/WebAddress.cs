namespace NewsWire.Ingest.Formats;

/// <summary>Parses addresses in documents: absolute, or relative to the document's own address.</summary>
internal static class WebAddress
{
    /// <summary>The http or https address that a text gives, or null.</summary>
    public static Uri? Of(string? text, Uri? relativeTo = null) =>
        Resolve(text, relativeTo) is { Scheme: "http" or "https" } address ? address : null;

    /// <summary>The absolute address of any scheme that a text gives, or null.</summary>
    public static Uri? Resolve(string? text, Uri? relativeTo)
    {
        if (text is null)
            return null;
        // On Unix, Uri parses a path such as "/news" as an absolute file address; on the web it is relative.
        if (!text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var absolute))
            return absolute;
        return relativeTo is not null && Uri.TryCreate(relativeTo, text, out var resolved) ? resolved : null;
    }
}
