using System.ComponentModel.DataAnnotations;

namespace Reelwright.Hosting.Outbound;

/// <summary>Section <c>Reelwright:Outbound</c>: which URLs from outside may be fetched.</summary>
public sealed class OutboundOptions
{
    /// <summary>Fetch from the internet over plain http as well; off.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>
    /// Inside addresses (<c>http://10.0.0.5:9000</c>) that may be fetched from, beside the configured services and the media store:
    /// for example the object store of a provider inside your network.
    /// </summary>
    public IReadOnlyList<string> AllowedInside { get; set; } = [];

    /// <summary>
    /// Slowest pace in kilobytes a second (10^3 bytes), measured over 10 s. A slower download ends with an error, unless its rest still
    /// arrives in time. 20 by default; 0 accepts any pace.
    /// </summary>
    [Range(0, 100_000)]
    public int SlowestKilobytesPerSecond { get; set; } = 20;
}
