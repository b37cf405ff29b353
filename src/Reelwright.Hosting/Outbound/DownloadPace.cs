using System.Globalization;

namespace Reelwright.Hosting.Outbound;

/// <summary>
/// Measures how fast a body arrives. Only the time spent waiting for data counts, not the time of disk writes. A slow body is still
/// accepted when the rest of it arrives in time, such as a small file or the end of one.
/// </summary>
internal sealed class DownloadPace(long slowestBytesPerSecond, DownloadLimits limits, long? length, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private TimeSpan waited;
    private long received;
    private long total;

    /// <summary>The fault as the end of a sentence about the URL; null when the pace is good.</summary>
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
                $"comes too slowly: {bytes / 1000.0:0.###} kB in {seconds:0.#} s, "
                + $"where {slowestBytesPerSecond / 1000} kB a second are the least.");
    }

    private bool ArrivesInTime(double bytesPerSecond) =>
        length - total <= bytesPerSecond * (limits.Timeout - time.GetElapsedTime(started)).TotalSeconds;
}
