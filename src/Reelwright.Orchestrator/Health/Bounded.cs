namespace Reelwright.Orchestrator.Health;

/// <summary>Waits no longer than it may, even for work that does not heed its token: a driver that hangs in a socket, for one.</summary>
internal static class Bounded
{
    /// <exception cref="TimeoutException">The work was not done in time. It may still be going on.</exception>
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
