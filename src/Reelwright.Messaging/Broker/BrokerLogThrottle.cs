using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Reelwright.Messaging.Broker;

/// <summary>Logs each kind of broker fault once, however often it repeats. None of them stops work.</summary>
internal sealed partial class BrokerLogThrottle(BrokerAddress address, TimeProvider time, ILogger logger)
{
    // A connection that is lost again and again is one warning a minute.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> logged = new();
    private bool isLogged = true;
    private bool isDown;
    private long? loggedAt;

    public void Connected()
    {
        if (isLogged)
        {
            Log.Connected(logger, address);
        }

        (isDown, isLogged) = (false, false);
    }

    public void Lost(string reason, bool isStopping)
    {
        var first = !isStopping && !isDown && (loggedAt is not { } last || time.GetElapsedTime(last) >= Quiet);
        isDown = true;
        if (first)
        {
            (isLogged, loggedAt) = (true, time.GetTimestamp());
            Log.Lost(logger, address, reason);
        }
        else
        {
            Log.StillLost(logger, address, reason);
        }
    }

    public void Refused(string what, string reason)
    {
        if (logged.TryAdd(what, true))
        {
            Log.Refused(logger, address, what, reason);
        }
    }

    public void Unreadable(string source, int bytes)
    {
        if (logged.TryAdd(source, true))
        {
            Log.Unreadable(logger, source, bytes);
        }
    }

    public void Dropped(int signals)
    {
        if (logged.TryAdd(nameof(Dropped), true))
        {
            Log.Dropped(logger, signals);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Signals between nodes go through RabbitMQ at {Address}.")]
        public static partial void Connected(ILogger logger, BrokerAddress address);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "RabbitMQ at {Address} cannot be used: {Reason} Until it can, nodes find jobs, cancels and progress by polling. "
                + "No job is lost.")]
        public static partial void Lost(ILogger logger, BrokerAddress address, string reason);

        [LoggerMessage(3, LogLevel.Debug, "RabbitMQ at {Address} still cannot be used: {Reason}")]
        public static partial void StillLost(ILogger logger, BrokerAddress address, string reason);

        [LoggerMessage(
            4,
            LogLevel.Warning,
            "RabbitMQ at {Address} refuses {What}: {Reason} Polling replaces it. Delete the conflicting object, "
                + "grant this user access to it, or set another Reelwright__RabbitMq__Prefix on all nodes.")]
        public static partial void Refused(ILogger logger, BrokerAddress address, string what, string reason);

        [LoggerMessage(
            5,
            LogLevel.Warning,
            "A message of {Bytes} bytes from {Source} is not in a format of this version and is ignored. "
                + "Further ones are ignored without a log line.")]
        public static partial void Unreadable(ILogger logger, string source, int bytes);

        [LoggerMessage(
            6, LogLevel.Warning, "RabbitMQ is slower than the signals: {Signals} were dropped, and more may be. Polling replaces them.")]
        public static partial void Dropped(ILogger logger, int signals);
    }
}
