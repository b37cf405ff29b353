namespace Reelwright.Storage.Postgres;

/// <summary>
/// When the database last answered. A user's write waits briefly for a database that is silent, and longer for one that answers others:
/// that one is busy and not away.
/// </summary>
internal sealed class DatabasePulse(TimeProvider time)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private long lastAnswer = time.GetTimestamp();

    /// <summary>Something was answered just now.</summary>
    public void Beat() => Volatile.Write(ref lastAnswer, time.GetTimestamp());

    /// <exception cref="TimeoutException">The database was silent for too long. The work may still be done.</exception>
    public async Task<T> WaitAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var since = Math.Max(started, Volatile.Read(ref lastAnswer));
            var silentFor = Silence - time.GetElapsedTime(since);
            var left = Longest - time.GetElapsedTime(started);
            var wait = silentFor < left ? silentFor : left;
            try
            {
                return await work.WaitAsync(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, cancellationToken);
            }
            catch (TimeoutException) when (!work.IsCompleted && Volatile.Read(ref lastAnswer) > since && wait > TimeSpan.Zero)
            {
            }
        }
    }
}
