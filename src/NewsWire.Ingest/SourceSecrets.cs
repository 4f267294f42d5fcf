using NewsWire.Data;

namespace NewsWire.Ingest;

/// <summary>Takes the keys and passwords of a source's address out of a release that the source sent.</summary>
internal static class SourceSecrets
{
    /// <param name="secrets">From <see cref="Secrets.In"/> of the source's address.</param>
    public static RawRelease Strip(RawRelease raw, AddressSecrets secrets) => secrets.IsEmpty ? raw : raw with
    {
        Id = Strip(raw.Id, secrets),
        NativeId = Strip(raw.NativeId, secrets),
        Headline = Strip(raw.Headline, secrets),
        Subheadline = Strip(raw.Subheadline, secrets),
        Url = Strip(raw.Url, secrets),
        Base = Strip(raw.Base, secrets),
        Summary = Strip(raw.Summary, secrets),
        BodyHtml = Strip(raw.BodyHtml, secrets),
        ContactHtml = Strip(raw.ContactHtml, secrets),
        Enclosures =
        [
            .. from file in raw.Enclosures
            let address = secrets.StripAddress(file.Url)
            where address is not null
            select file with { Url = address, Title = Strip(file.Title, secrets), Credit = Strip(file.Credit, secrets) },
        ],
    };

    private static string? Strip(string? text, AddressSecrets secrets) => text is null ? null : secrets.Strip(text);

    private static Uri? Strip(Uri? address, AddressSecrets secrets)
    {
        if (address is null)
            return null;
        var stripped = secrets.StripAddress(address.OriginalString);
        return stripped == address.OriginalString ? address : stripped is null ? null : new Uri(stripped, UriKind.RelativeOrAbsolute);
    }
}
