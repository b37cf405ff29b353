namespace Reelwright.Orchestrator.Health;

/// <summary>Runs work within a time limit, even when the work ignores its token, such as a driver that blocks on a socket.</summary>
internal static class Bounded
{
    /// <exception cref="TimeoutException">The time is up. The work may still be running.</exception>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> work, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var token = either.Token;

        // On another thread, because some drivers block before their first await.
        var running = Task.Run(() => work(token), CancellationToken.None);
        try
        {
            return await running.WaitAsync(token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Not done within {atMost.TotalSeconds:0.#} s.");
        }
    }
}
