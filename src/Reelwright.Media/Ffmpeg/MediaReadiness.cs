namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// Whether this machine can make films, for health checks. A good result is cached for a minute; a missing part is checked again each
/// time.
/// </summary>
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
