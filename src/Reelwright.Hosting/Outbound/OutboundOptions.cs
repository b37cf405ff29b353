using System.ComponentModel.DataAnnotations;

namespace Reelwright.Hosting.Outbound;

/// <summary>Section <c>Reelwright:Outbound</c>: what our processes may fetch on behalf of others.</summary>
public sealed class OutboundOptions
{
    /// <summary>Fetch from the internet over plain http as well; off.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>
    /// Addresses inside (<c>http://10.0.0.5:9000</c>) that may be fetched from beside the configured services and the media store,
    /// such as an object store of a provider of yours.
    /// </summary>
    public IReadOnlyList<string> AllowedInside { get; set; } = [];

    /// <summary>
    /// The pace in kilobytes a second (10^3 bytes) below which a download is given up, measured over 10 s, unless its rest still arrives
    /// in time; 20, and 0 waits for any.
    /// </summary>
    [Range(0, 100_000)]
    public int SlowestKilobytesPerSecond { get; set; } = 20;
}
