using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
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

    public void OnGet(int code)
    {
        // Asked for directly, /error/200 is an address without a page.
        Code = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        Words = HttpContext.Features.Get<Refusal>() ?? Usual(Code);
        Reference = Code == StatusCodes.Status500InternalServerError ? ErrorReference.Of(HttpContext) : null;
        Again = Code == StatusCodes.Status503ServiceUnavailable ? Asked() : null;
    }

    // The error page answers whatever method the failed request had.
    public void OnPost(int code) => OnGet(code);

    private string Asked() => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } failed
        ? new PathString(failed.OriginalPathBase).Add(failed.OriginalPath).ToUriComponent() + failed.OriginalQueryString
        : "/";

    private static Refusal Usual(int code) => code switch
    {
        400 => new("Invalid address.", "Start from the newest releases."),
        404 => new("Page not found.", "Look for the release among the newest ones, or by its subject."),
        405 => new("Method not allowed.", "NewsWire answers GET and HEAD only."),
        410 => new("The issuer withdrew this release.", "See the newest releases."),
        503 => new("NewsWire is not available.", "Try again in a moment."),
        >= 500 => new("Something went wrong.", "Try again in a minute."),
        _ => new("NewsWire cannot answer this request.", "Start from the newest releases."),
    };
}
