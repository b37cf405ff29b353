using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Reelwright.Engine.Running;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>What a node's runners have logged, by the number of the message.</summary>
internal sealed class KeptLog : ILogger<EngineContext>
{
    private readonly ConcurrentQueue<(int Message, LogLevel Level, string Text)> entries = [];

    public IEnumerable<LogLevel> Levels(int message) => entries.Where(entry => entry.Message == message).Select(entry => entry.Level);

    public IEnumerable<string> Texts(int message) => entries.Where(entry => entry.Message == message).Select(entry => entry.Text);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        entries.Enqueue((eventId.Id, logLevel, formatter(state, exception)));
}
