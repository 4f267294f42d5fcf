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
        if (string.IsNullOrWhiteSpace(options.Zone))
            yield return "Web:Zone is empty. It is an IANA time zone, such as Europe/Paris.";
        else if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.Zone, out _))
            yield return $"Web:Zone is “{options.Zone}”, which is not a known time zone.{ZoneName.Question(options.Zone)}";
        if (!IsSite(options.PublicAddress))
            yield return $"Web:PublicAddress is “{Secrets.OnOneLine(options.PublicAddress!)}”. "
                + "It must be an http or https address without a path, such as https://news.example.com.";
    }

    private static bool IsSite(string? address) =>
        string.IsNullOrEmpty(address) || (Addresses.IsWeb(address) && new Uri(address) is { PathAndQuery: "/", Fragment: "", UserInfo: "" });
}
