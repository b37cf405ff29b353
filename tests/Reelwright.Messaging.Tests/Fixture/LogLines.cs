using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Reelwright.Messaging.Tests.Fixture;

/// <summary>What was logged.</summary>
internal sealed class LogLines : ILogger<RabbitLink>
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    public IReadOnlyList<string> Warnings => [.. lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Text)];

    public string All => string.Join('\n', lines.Select(line => line.Text));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
}
