using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsWire.Web.Pages;

/// <summary>The page for everything that went otherwise: it asks nothing of the database, which may be what failed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public Refusal Words { get; private set; } = new("", "");

    /// <summary>What the operator finds the failure by in the log; shown for our own failures alone.</summary>
    public string? Trace { get; private set; }

    public void OnGet(int code)
    {
        // Asked for by hand, /error/200 is just an address without a page.
        Code = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        Words = HttpContext.Features.Get<Refusal>() ?? Usual(Code);
        Trace = Code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
    }

    // The error page answers whatever method the failed request had.
    public void OnPost(int code) => OnGet(code);

    private static Refusal Usual(int code) => code switch
    {
        400 => new("This address cannot be read.", "Begin again from the newest releases."),
        404 => new("There is no page at this address.", "Look for the release among the newest ones, or by its subject."),
        405 => new("NewsWire can be read, but nothing can be sent to it.", "Open the page by its address instead."),
        410 => new("This release was withdrawn by those who published it.", "See what else is new."),
        >= 500 => new("Something went wrong on our side.", "Try again in a minute; nothing of yours was lost."),
        _ => new("NewsWire could not answer that.", "Begin again from the newest releases."),
    };
}
