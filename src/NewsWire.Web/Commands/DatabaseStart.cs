using NewsWire.Data;
using Npgsql;

namespace NewsWire.Web.Commands;

/// <summary>Does what a command needs of the database at its start, and tries again while the database is away or busy.</summary>
internal static partial class DatabaseStart
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SameLineEvery = TimeSpan.FromSeconds(10);

    /// <param name="work">Begins when the database has answered, and is then not limited: a migration may take long.</param>
    /// <param name="say">Is given one line when the wait begins, when its reason changes, and every ten seconds.</param>
    /// <exception cref="Exception">What the last try threw, when Database:StartLimit has passed or trying again cannot help.</exception>
    public static async Task<T> RunAsync<T>(
        NpgsqlDataSource source, Func<CancellationToken, Task<T>> work, IConfiguration configuration, Action<string> say, TimeProvider time,
        CancellationToken token)
    {
        var wait = new Wait(configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions(), say, time);
        while (true)
        {
            try
            {
                await AnswersAsync(source, wait, time, token);
                return await work(token);
            }
            catch (Exception failed) when (
                DatabaseFailure.Of(failed) is { Kind: DatabaseFailureKind.Away or DatabaseFailureKind.Slow } failure && wait.Left > Pause)
            {
                wait.Say(failure.Reason);
            }
            await Task.Delay(Pause, time, token);
        }
    }

    public static Action<string> ToLog(ILogger logger) => line => Waiting(logger, line);

    // A server that accepts the connection and says nothing would be waited for as long as the driver likes.
    private static async Task AnswersAsync(NpgsqlDataSource source, Wait wait, TimeProvider time, CancellationToken token)
    {
        // Without a time to wait there is still one try.
        var left = wait.Left > TimeSpan.Zero ? wait.Left : OneTry;
        using var limit = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, limit.Token);
        await using var line = time.CreateTimer(_ => wait.Say("no answer yet"), null, Pause, SameLineEvery);
        try
        {
            await Schema.IsCurrentAsync(source, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new DatabaseTimeoutException(wait.Limit > TimeSpan.Zero ? wait.Limit : OneTry);
        }
    }

    [LoggerMessage(9207, LogLevel.Warning, "{Line}")]
    private static partial void Waiting(ILogger logger, string line);

    private sealed class Wait(DatabaseOptions options, Action<string> say, TimeProvider time)
    {
        private readonly long _began = time.GetTimestamp();
        private string? _said;
        private TimeSpan _saidAt;

        public TimeSpan Limit => options.StartLimit;

        public TimeSpan Left => Limit - Elapsed is { Ticks: > 0 } left ? left : TimeSpan.Zero;

        private TimeSpan Elapsed => time.GetElapsedTime(_began);

        public void Say(string reason)
        {
            if (reason == _said && Elapsed - _saidAt < SameLineEvery)
                return;
            _said = reason;
            _saidAt = Elapsed;
            say($"Waiting for the database: {reason} ({Elapsed.TotalSeconds:0} s of {Limit.TotalSeconds:0} s)");
        }
    }
}
