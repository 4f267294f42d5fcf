using NewsWire.Data;
using Npgsql;

namespace NewsWire.Web;

/// <summary>Two questions of an operator's machine: does the process live, and can it do its work.</summary>
internal static class Health
{
    // Balancers ask either way.
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this WebApplication app)
    {
        app.MapMethods("/healthz", Reading, (HttpContext context) => Say(context, "ok", StatusCodes.Status200OK));
        app.MapMethods("/readyz", Reading, async (HttpContext context, NpgsqlDataSource source, CancellationToken token) =>
        {
            try
            {
                return await Schema.IsCurrentAsync(source, token)
                    ? Say(context, "ready", StatusCodes.Status200OK)
                    : Say(context, "the database is not of this version", StatusCodes.Status503ServiceUnavailable);
            }
            catch (NpgsqlException)
            {
                return Say(context, "the database does not answer", StatusCodes.Status503ServiceUnavailable);
            }
        });
    }

    private static IResult Say(HttpContext context, string word, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(word, statusCode: status);
    }
}
