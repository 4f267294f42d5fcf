using NewsWire.Data;
using Npgsql;

namespace NewsWire.Web;

/// <summary>Two questions of an operator's machine: is the process alive, and can it serve.</summary>
internal static class Health
{
    // Shorter than the usual patience of a load balancer.
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(2);

    // Load balancers use either.
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this WebApplication app)
    {
        app.MapMethods("/healthz", Reading, (HttpContext context) => Say(context, "ok", StatusCodes.Status200OK));
        app.MapMethods("/readyz", Reading, ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        HttpContext context, NpgsqlDataSource source, DatabaseOutage outage, TimeProvider time, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(ReadyLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, limit.Token);
        try
        {
            var isCurrent = await Schema.IsCurrentAsync(source, either.Token);
            outage.Answered();
            return isCurrent
                ? Say(context, "ready", StatusCodes.Status200OK)
                : Say(context, "the database does not have this version's tables", StatusCodes.Status503ServiceUnavailable);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return NotReady(context, outage, DatabaseFailure.TimedOut(ReadyLimit));
        }
        catch (Exception failed) when (DatabaseFailure.Of(failed) is { } failure)
        {
            return NotReady(context, outage, failure);
        }
    }

    private static IResult NotReady(HttpContext context, DatabaseOutage outage, DatabaseFailure failure)
    {
        outage.WorkFailed(failure);
        return Say(context, failure.Sentence, StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Say(HttpContext context, string word, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(word, statusCode: status);
    }
}
