using Microsoft.Extensions.Options;
using NewsWire.Data;
using NewsWire.Web.Pages;

namespace NewsWire.Web;

/// <summary>
/// Answers 503 where the database fails, or keeps a request waiting longer than Database:PageLimit. Bugs pass through and
/// are answered 500.
/// </summary>
internal static class DatabaseGuard
{
    private const string RetryAfterSeconds = "10";

    private static readonly Refusal Unavailable = new(
        "The database is not available.", "NewsWire shows its releases again as soon as the database answers. Try again in a moment.");

    private static readonly Refusal TooSlow = new(
        "The database is taking too long to answer.", "This page could not be made in time. Try again in a moment.");

    public static void UseDatabaseGuard(this WebApplication app)
    {
        var limit = app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.PageLimit;
        var outage = app.Services.GetRequiredService<DatabaseOutage>();
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            var gone = context.RequestAborted;
            using var deadline = new CancellationTokenSource(limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, deadline.Token);
            context.RequestAborted = either.Token;
            try
            {
                await next(context);
            }
            catch (Exception failed) when (!context.Response.HasStarted && Cause(failed, limit, gone, deadline.Token) is { } failure)
            {
                outage.RequestFailed(failure);
                Answer(context, failure);
            }
            // Nobody waits for this answer; the failure is the database's and not a bug.
            catch (Exception failed) when (gone.IsCancellationRequested && DatabaseFailure.Of(failed) is { } failure)
            {
                context.Features.Set(failure);
                throw new OperationCanceledException("The reader left while the database failed.", failed, gone);
            }
            finally
            {
                context.RequestAborted = gone;
            }
        });
    }

    private static DatabaseFailure? Cause(Exception failed, TimeSpan limit, CancellationToken gone, CancellationToken deadline) =>
        gone.IsCancellationRequested ? null
        : failed is OperationCanceledException && deadline.IsCancellationRequested ? DatabaseFailure.TimedOut(limit)
        : DatabaseFailure.Of(failed);

    private static void Answer(HttpContext context, DatabaseFailure failure)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        context.Features.Set(failure);
        context.Features.Set(failure.Kind == DatabaseFailureKind.Slow ? TooSlow : Unavailable);
    }
}
