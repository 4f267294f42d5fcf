using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsWire.Web.Pages;

/// <summary>Why a request could not be answered, for the error page to say.</summary>
/// <param name="Happened">One sentence: what happened.</param>
/// <param name="Advice">One sentence: what to do.</param>
public sealed record Refusal(string Happened, string Advice)
{
    /// <summary>The words for a status code of 400 or more, where nothing more is known.</summary>
    internal static Refusal Usual(int code) => code switch
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

internal static class RefusalExtensions
{
    /// <summary>Ends the request with 400 and the error page, which names the problem with a filter.</summary>
    public static IActionResult RefuseFilter(this PageModel page, string problem) =>
        page.Refuse("NewsWire does not understand a filter in this address.", problem);

    /// <summary>Ends the request with 400 and the error page, in these words.</summary>
    public static IActionResult Refuse(this PageModel page, string happened, string advice)
    {
        page.HttpContext.Features.Set(new Refusal(happened, advice));
        return page.StatusCode(StatusCodes.Status400BadRequest);
    }
}
