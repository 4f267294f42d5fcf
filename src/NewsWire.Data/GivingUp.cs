namespace NewsWire.Data;

/// <summary>Waits for work on the database no longer than its token allows.</summary>
internal static class GivingUp
{
    /// <summary>
    /// Ends as soon as the token is cancelled, even where the server no longer answers. The driver is told to cancel the
    /// statement in the server; it asks by another connection and waits for that, on a thread of its own here, so that no
    /// request waits for it.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<T> WhenCancelledAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken token)
    {
        if (!token.CanBeCanceled)
            return await work(token);
        token.ThrowIfCancellationRequested();
        var driver = new CancellationTokenSource();
        await using var registration = token.UnsafeRegister(static state => CancelApart((CancellationTokenSource)state!), driver);
        var running = work(driver.Token);
        try
        {
            return await running.WaitAsync(token);
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            // It ends by itself; its failure is expected and ignored.
            _ = running.ContinueWith(
                static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }

    private static void CancelApart(CancellationTokenSource driver) => _ = Task.Factory.StartNew(
        static state => ((CancellationTokenSource)state!).Cancel(),
        driver,
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
