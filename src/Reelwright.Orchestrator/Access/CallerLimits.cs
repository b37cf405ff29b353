using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Reelwright.Orchestrator.Access;

/// <summary>Rate limits for each caller on this node, over a sliding window.</summary>
internal sealed class CallerLimits : IDisposable
{
    private const int Segments = 6;

    private readonly PartitionedRateLimiter<string> creations;
    private readonly PartitionedRateLimiter<string> calls;
    private readonly PartitionedRateLimiter<string> streams;
    private readonly TimeSpan window;

    public CallerLimits(IOptions<RateLimitOptions> options)
    {
        var limits = options.Value;
        window = limits.Window;
        creations = Windows(limits, limits.Creations);
        calls = Windows(limits, limits.Calls);
        streams = PartitionedRateLimiter.Create<string, string>(caller =>
            RateLimitPartition.GetConcurrencyLimiter(caller, _ => new() { PermitLimit = limits.Streams, QueueLimit = 0 }));
    }

    /// <summary>Null when allowed, else how long to wait.</summary>
    public TimeSpan? TakeCreation(Caller caller) => Take(creations, caller);

    /// <summary>Null when allowed, else how long to wait.</summary>
    public TimeSpan? TakeCall(Caller caller) => Take(calls, caller);

    /// <summary>A permit for one event stream until it is disposed; null when the caller has too many open.</summary>
    public IDisposable? OpenStream(Caller caller)
    {
        var lease = streams.AttemptAcquire(caller.Counted);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    public void Dispose()
    {
        creations.Dispose();
        calls.Dispose();
        streams.Dispose();
    }

    private static PartitionedRateLimiter<string> Windows(RateLimitOptions limits, int permits) =>
        PartitionedRateLimiter.Create<string, string>(caller => limits.Enabled
            ? RateLimitPartition.GetSlidingWindowLimiter(
                caller, _ => new() { PermitLimit = permits, Window = limits.Window, SegmentsPerWindow = Segments, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(caller));

    private TimeSpan? Take(PartitionedRateLimiter<string> limiter, Caller caller)
    {
        using var lease = limiter.AttemptAcquire(caller.Counted);
        if (lease.IsAcquired)
        {
            return null;
        }

        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : window;
    }
}
