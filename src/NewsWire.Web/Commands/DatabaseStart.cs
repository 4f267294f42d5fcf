using NewsWire.Data;
using Polly;
using Polly.Retry;

namespace NewsWire.Web.Commands;

/// <summary>Does what a command needs of the database at its start, and tries again while the database is away or busy.</summary>
internal static partial class DatabaseStart
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <param name="say">Is given one line before each new try.</param>
    /// <exception cref="Exception">What the last try threw, when Database:StartLimit has passed or trying again cannot help.</exception>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> work, IConfiguration configuration, Action<string> say, TimeProvider time, CancellationToken token)
    {
        var limit = (configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions()).StartLimit;
        var began = time.GetTimestamp();
        var again = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = tried => ValueTask.FromResult(
                    DatabaseFailure.Of(tried.Outcome.Exception) is { Kind: DatabaseFailureKind.Away or DatabaseFailureKind.Slow }
                    && time.GetElapsedTime(began) + Pause < limit),
                MaxRetryAttempts = int.MaxValue,
                Delay = Pause,
                OnRetry = tried =>
                {
                    var reason = DatabaseFailure.Of(tried.Outcome.Exception)!.Reason;
                    say($"Waiting for the database: {reason} ({time.GetElapsedTime(began).TotalSeconds:0} s of {limit.TotalSeconds:0} s)");
                    return default;
                },
            })
            .Build();
        return await again.ExecuteAsync(async cancel => await work(cancel), token);
    }

    public static Action<string> ToLog(ILogger logger) => line => Waiting(logger, line);

    [LoggerMessage(9207, LogLevel.Warning, "{Line}")]
    private static partial void Waiting(ILogger logger, string line);
}
