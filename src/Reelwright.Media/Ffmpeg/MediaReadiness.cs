namespace Reelwright.Media.Ffmpeg;

/// <summary>Whether films can be made here now, for health checks, which come often: what was found stays good for a minute, what was missing is looked for anew.</summary>
public sealed class MediaReadiness(MediaTools tools, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1);
    private long? good;

    /// <summary>Null when films can be made.</summary>
    public async Task<MediaFault?> FindFaultAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (good is { } since && time.GetElapsedTime(since) < GoodFor)
            {
                return null;
            }

            var fault = MediaFault.Of(await tools.CheckAsync(cancellationToken).ConfigureAwait(false));
            good = fault is null ? time.GetTimestamp() : null;
            return fault;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
