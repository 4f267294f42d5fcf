using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsWire.Web.Pages;

/// <summary>
/// How closely a list is set, as the reader chose it by a link: kept in a cookie of the reader's own browser, so that it
/// holds on every page and works without script. On the server nothing changes.
/// </summary>
public static class Density
{
    private const string Compact = "compact";
    private const string Comfortable = "comfortable";
    private const string Cookie = "density";

    /// <summary>True where the reader chose one line a release.</summary>
    public static bool IsCompact(HttpRequest request) => request.Cookies[Cookie] == Compact;

    /// <summary>The address that changes the density and leads back to the page of this request.</summary>
    public static string OtherAddress(HttpRequest request) =>
        $"/density/{(IsCompact(request) ? Comfortable : Compact)}?back={Uri.EscapeDataString(request.GetEncodedPathAndQuery())}";

    public static void MapDensity(this WebApplication app) => app.MapGet("/density/{name}", Choose);

    private static IResult Choose(string name, string? back, HttpResponse response)
    {
        if (name is not (Compact or Comfortable))
            return Results.NotFound();
        response.Cookies.Append(Cookie, name, new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });
        // An address elsewhere would make this one a way to send readers anywhere.
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) && back!.All(char.IsAscii) ? back! : "/");
    }
}
