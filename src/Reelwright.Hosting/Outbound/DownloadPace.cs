using System.Globalization;

namespace Reelwright.Hosting.Outbound;

/// <summary>
/// Judges how fast a body comes. Only the time spent waiting for the other side counts, not that of our own disk. What comes slowly is
/// still taken when the rest of it will be here in time: a small file, or the end of one.
/// </summary>
internal sealed class DownloadPace(long slowestBytesPerSecond, DownloadLimits limits, long? length, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private TimeSpan waited;
    private long received;
    private long total;

    /// <summary>Null, or how the sentence about the URL goes on.</summary>
    public string? FindFault(int read, TimeSpan wait)
    {
        total += read;
        received += read;
        waited += wait;
        if (waited < limits.PaceWindow)
        {
            return null;
        }

        var (bytes, seconds) = (received, waited.TotalSeconds);
        (received, waited) = (0, TimeSpan.Zero);
        return bytes >= slowestBytesPerSecond * seconds || ArrivesInTime(bytes / seconds)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"comes too slowly: {bytes / 1000.0:0.###} kB in {seconds:0.#} s, where {slowestBytesPerSecond / 1000} kB a second are the least.");
    }

    private bool ArrivesInTime(double bytesPerSecond) =>
        length - total <= bytesPerSecond * (limits.Timeout - time.GetElapsedTime(started)).TotalSeconds;
}
