namespace Reelwright.Storage.Postgres;

/// <summary>
/// When the database last answered. A user's write waits briefly for a database that is silent, and longer for one that answers others:
/// that one is busy and not away.
/// </summary>
/// <param name="silence">How long a user waits for a silent database.</param>
internal sealed class DatabasePulse(TimeProvider time, TimeSpan silence)
{
    private static readonly TimeSpan LongestBusy = TimeSpan.FromSeconds(5);

    private readonly TimeSpan longest = silence > LongestBusy ? silence : LongestBusy;

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
            var silentFor = silence - time.GetElapsedTime(since);
            var left = longest - time.GetElapsedTime(started);
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
