using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Reelwright.Messaging.Broker;

/// <summary>Says each trouble with the broker once, however often it comes back. None of them stops any work.</summary>
internal sealed partial class BrokerLogThrottle(BrokerAddress address, TimeProvider time, ILogger logger)
{
    // A broker that comes and goes is one trouble, not one each time.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> said = new();
    private bool isTold = true;
    private bool isOut;
    private long? toldAt;

    public void Connected()
    {
        if (isTold)
        {
            Log.Connected(logger, address);
        }

        (isOut, isTold) = (false, false);
    }

    public void Lost(string reason, bool isStopping)
    {
        var first = !isStopping && !isOut && (toldAt is not { } last || time.GetElapsedTime(last) >= Quiet);
        isOut = true;
        if (first)
        {
            (isTold, toldAt) = (true, time.GetTimestamp());
            Log.Lost(logger, address, reason);
        }
        else
        {
            Log.StillLost(logger, address, reason);
        }
    }

    public void Refused(string what, string reason)
    {
        if (said.TryAdd(what, true))
        {
            Log.Refused(logger, address, what, reason);
        }
    }

    public void Strange(string source, int bytes)
    {
        if (said.TryAdd(source, true))
        {
            Log.Strange(logger, source, bytes);
        }
    }

    public void Dropped(int rings)
    {
        if (said.TryAdd(nameof(Dropped), true))
        {
            Log.Dropped(logger, rings);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Signals between nodes go through RabbitMQ at {Address}.")]
        public static partial void Connected(ILogger logger, BrokerAddress address);

        [LoggerMessage(2, LogLevel.Warning, "RabbitMQ at {Address} cannot be used: {Reason} Nodes find each other's news by polling until it can; no job is lost.")]
        public static partial void Lost(ILogger logger, BrokerAddress address, string reason);

        [LoggerMessage(3, LogLevel.Debug, "RabbitMQ at {Address} still cannot be used: {Reason}")]
        public static partial void StillLost(ILogger logger, BrokerAddress address, string reason);

        [LoggerMessage(4, LogLevel.Warning, "RabbitMQ at {Address} does not give us {What}: {Reason} Polling does its work. Delete what is in the way, give this user the right to it, or set another Reelwright__RabbitMq__Prefix on all nodes.")]
        public static partial void Refused(ILogger logger, BrokerAddress address, string what, string reason);

        [LoggerMessage(5, LogLevel.Warning, "A message of {Bytes} bytes from {Source} is not one that this version understands, and is ignored, as all others like it will be.")]
        public static partial void Strange(ILogger logger, string source, int bytes);

        [LoggerMessage(6, LogLevel.Warning, "RabbitMQ is slower than the news: {Rings} signals were dropped, and more may be. Polling makes up for them.")]
        public static partial void Dropped(ILogger logger, int rings);
    }
}
