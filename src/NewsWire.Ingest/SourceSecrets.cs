using NewsWire.Data;

namespace NewsWire.Ingest;

/// <summary>Takes the keys and passwords of a source's address out of what the source sends: a feed may put them into the links of its items.</summary>
internal static class SourceSecrets
{
    /// <param name="secrets">From <see cref="Secrets.In"/> of the source's address.</param>
    public static RawRelease Strip(RawRelease raw, IReadOnlyCollection<string> secrets) => secrets.Count == 0 ? raw : raw with
    {
        Id = Strip(raw.Id, secrets),
        NativeId = Strip(raw.NativeId, secrets),
        Url = Strip(raw.Url, secrets),
        Base = Strip(raw.Base, secrets),
        Summary = Strip(raw.Summary, secrets),
        BodyHtml = Strip(raw.BodyHtml, secrets),
        ContactHtml = Strip(raw.ContactHtml, secrets),
        Enclosures = [.. raw.Enclosures.Select(file => file with { Url = Secrets.Strip(file.Url, secrets) })],
    };

    private static string? Strip(string? text, IReadOnlyCollection<string> secrets) => text is null ? null : Secrets.Strip(text, secrets);

    // An address that needs its secret elsewhere than in a parameter leads nowhere without it.
    private static Uri? Strip(Uri? address, IReadOnlyCollection<string> secrets)
    {
        if (address is null)
            return null;
        var stripped = Secrets.Strip(address.OriginalString, secrets);
        return stripped == address.OriginalString ? address
            : stripped.Contains(Secrets.Mask, StringComparison.Ordinal) ? null
            : new Uri(stripped, UriKind.RelativeOrAbsolute);
    }
}
