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
}
