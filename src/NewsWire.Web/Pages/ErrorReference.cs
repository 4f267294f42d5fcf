using System.Diagnostics;

namespace NewsWire.Web.Pages;

/// <summary>What connects an error page with the line of the log that tells of the same request.</summary>
internal static class ErrorReference
{
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
