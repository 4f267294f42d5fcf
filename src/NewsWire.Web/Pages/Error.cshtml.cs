using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsWire.Web.Pages;

/// <summary>The page for every answer of 400 and above. It uses no database, which may be what failed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public Refusal Words { get; private set; } = new("", "");

    /// <summary>The reference that the log has on the line of this request; null where it is not a failure of the program.</summary>
    public string? Reference { get; private set; }

    /// <summary>The address that was asked for, where only waiting helps and every other page would fail too; else null.</summary>
    public string? Again { get; private set; }

    /// <summary>Answers whatever method the failed request had, also one that pages have no handler for.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var code = int.TryParse(RouteData.Values["code"] as string, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        // Asked for directly, /error/200 is an address without a page.
        Code = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        Words = HttpContext.Features.Get<Refusal>() ?? Refusal.Usual(Code);
        Reference = Code == StatusCodes.Status500InternalServerError ? ErrorReference.Of(HttpContext) : null;
        Again = Code == StatusCodes.Status503ServiceUnavailable ? Asked() : null;
    }

    // Without a handler of that name, every OPTIONS request is answered 200.
    public void OnOptions()
    {
    }

    private string Asked() => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } failed
        ? new PathString(failed.OriginalPathBase).Add(failed.OriginalPath).ToUriComponent() + failed.OriginalQueryString
        : "/";
}
