using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Reelwright.Orchestrator.Tests;

/// <summary>Keeps what a host logged as an error.</summary>
internal sealed class FaultLog : ILoggerProvider
{
    public ConcurrentQueue<string> Faults { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void Dispose()
    {
    }

    private sealed class Writer(FaultLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log.Faults.Enqueue($"{formatter(state, exception)}\n{exception}");
            }
        }
    }
}
