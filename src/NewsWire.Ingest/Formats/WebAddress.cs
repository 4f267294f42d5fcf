namespace NewsWire.Ingest.Formats;

/// <summary>Addresses as documents write them: absolute, or relative to where the document was published.</summary>
internal static class WebAddress
{
    /// <summary>The http or https address a text gives, or null.</summary>
    public static Uri? Of(string? text, Uri? relativeTo = null) =>
        Resolve(text, relativeTo) is { Scheme: "http" or "https" } address ? address : null;

    /// <summary>The absolute address of any scheme that a text gives, or null.</summary>
    public static Uri? Resolve(string? text, Uri? relativeTo)
    {
        if (text is null)
            return null;
        // On Unix a path alone counts as the absolute address of a file: what begins with a slash is relative on the web.
        if (!text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var absolute))
            return absolute;
        return relativeTo is not null && Uri.TryCreate(relativeTo, text, out var resolved) ? resolved : null;
    }
}
