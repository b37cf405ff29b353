namespace Reelwright.Media.Ffmpeg;

/// <summary>Whether films can be made here now, for health checks, which come often: what was found stays good for a minute, what was missing is looked for anew.</summary>
public sealed class MediaReadiness(MediaTools tools, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1);
    private long? good;

    /// <summary>What is missing and how to mend it, a sentence each; null when films can be made.</summary>
    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (good is { } since && time.GetElapsedTime(since) < GoodFor)
            {
                return null;
            }

            var findings = await tools.CheckAsync(cancellationToken).ConfigureAwait(false);
            var faults = findings.Where(finding => finding.Blocks).Select(finding => $"{finding.Name}: {finding.Detail}. {finding.Cure}").ToArray();
            good = faults.Length == 0 ? time.GetTimestamp() : null;
            return faults.Length == 0 ? null : string.Join(" ", faults);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
