using Microsoft.Extensions.Options;
using NewsWire.Data;
using NewsWire.Web.Pages;

namespace NewsWire.Web;

/// <summary>Checks the settings under Web when the program starts.</summary>
internal sealed class WebRules : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        List<string> failures = [.. Failures(options)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(WebOptions options)
    {
        if (ZoneName.Problem("Web:Zone", options.Zone) is { } problem)
            yield return problem;
        if (!IsSite(options.PublicAddress))
            yield return $"Web:PublicAddress is “{Secrets.OnOneLine(options.PublicAddress!)}”. "
                + "It must be an http or https address without a path, such as https://news.example.com.";
    }

    private static bool IsSite(string? address) =>
        string.IsNullOrEmpty(address) || (Addresses.IsWeb(address) && new Uri(address) is { PathAndQuery: "/", Fragment: "", UserInfo: "" });
}
