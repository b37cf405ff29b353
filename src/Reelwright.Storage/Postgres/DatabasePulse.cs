namespace Reelwright.Storage.Postgres;

/// <summary>
/// When the database last answered. A user's write waits briefly for a database that is silent, and longer for one that answers others:
/// that one is busy and not away. While a write waits, the database is probed, so that a quiet node is not taken for a silent database.
/// </summary>
/// <param name="silence">How long a user waits for a silent database.</param>
internal sealed class DatabasePulse(TimeProvider time, TimeSpan silence)
{
    private static readonly TimeSpan LongestBusy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(0.1);

    private readonly TimeSpan longest = silence > LongestBusy ? silence : LongestBusy;

    private long lastAnswer = time.GetTimestamp();
    private int isProbing;
    private int waiting;

    /// <summary>Asks the database something trivial; set once, before the first write.</summary>
    public Func<Task>? Probe { get; set; }

    /// <summary>Something was answered just now.</summary>
    public void Beat() => Volatile.Write(ref lastAnswer, time.GetTimestamp());

    /// <exception cref="TimeoutException">The database was silent for too long. The work may still be done.</exception>
    public async Task<T> WaitAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            return await work.WaitAsync(ProbeInterval, time, cancellationToken);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
        }

        Interlocked.Increment(ref waiting);
        try
        {
            _ = ProbeWhileWaitingAsync();
            return await WaitAsync(work, started, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private async Task<T> WaitAsync<T>(Task<T> work, long started, CancellationToken cancellationToken)
    {
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

    /// <summary>One probe at a time, however many writes wait.</summary>
    private async Task ProbeWhileWaitingAsync()
    {
        if (Probe is not { } probe || Interlocked.Exchange(ref isProbing, 1) == 1)
        {
            return;
        }

        try
        {
            while (Volatile.Read(ref waiting) > 0)
            {
                await probe();
                Beat();
                await Task.Delay(ProbeInterval, time);
            }
        }
        catch (Exception)
        {
            // The probe proves nothing then, and the writes time out by themselves.
        }
        finally
        {
            Volatile.Write(ref isProbing, 0);
        }
    }
}
