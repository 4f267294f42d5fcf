using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The addresses of our pages, in one place: lists write plain links, and links must not rot.</summary>
public static class Addresses
{
    public static string Release(long id, string slug) => slug.Length == 0 ? $"/releases/{id}" : $"/releases/{id}/{Uri.EscapeDataString(slug)}";

    public static string Subject(SubjectKey key) =>
        key.StandsAlone ? $"/subjects/{Uri.EscapeDataString(key.Code)}" : $"/subjects/{Uri.EscapeDataString(key.Scheme)}/{Uri.EscapeDataString(key.Code)}";

    public static string Wire(string key) => $"/wires/{Uri.EscapeDataString(key)}";

    /// <summary>The list of a ticker as a release states it, with its exchange or without: NYSE: ABC.</summary>
    public static string Ticker(string ticker) => ReleaseFilter.OfTicker(ticker).Address();

    public static string Company(string key) => $"/?company={Uri.EscapeDataString(key)}";

    /// <summary>True for an http or https address that a page may link to.</summary>
    public static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
