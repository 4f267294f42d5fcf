using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsWire.Web.Pages;

/// <summary>Why a request could not be answered, for the error page to say.</summary>
/// <param name="Happened">One sentence: what happened.</param>
/// <param name="Advice">One sentence: what to do.</param>
public sealed record Refusal(string Happened, string Advice);

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
