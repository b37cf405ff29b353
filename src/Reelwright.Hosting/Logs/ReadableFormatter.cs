using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Reelwright.Contracts.Json;
using Reelwright.Hosting.Configuration;

namespace Reelwright.Hosting.Logs;

/// <summary>Writes log lines as text for a person at a terminal.</summary>
internal sealed class ReadableFormatter(HostIdentity identity, Redactor redactor, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "reelwright-text";

    private const int JobIdLength = 8;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var fields = LogFields.From(logEntry, scopeProvider);
        var clock = TimeZoneInfo.ConvertTime(time.GetUtcNow(), time.LocalTimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        textWriter.Write($"{clock} {LogFields.LevelOf(logEntry.LogLevel),-5} {identity.Service,-16} ");
        if (fields.JobId is { } job)
        {
            textWriter.Write($"[{OneLine(job[..Math.Min(job.Length, JobIdLength)])}{(fields.Stage is { } stage ? $" {OneLine(
                stage)}" : string.Empty)}] ");
        }

        textWriter.Write(OneLine(redactor.Clean(logEntry.Formatter(logEntry.State, logEntry.Exception))));
        if (fields.Cost is { } cost)
        {
            textWriter.Write($" (${MoneyConverter.ToJson(cost)})");
        }

        textWriter.Write('\n');
        if (logEntry.Exception is { } exception)
        {
            textWriter.Write(redactor.Clean(exception.ToString()));
            textWriter.Write('\n');
        }
    }

    // A value in a message must not forge a line of its own or send control sequences to the terminal.
    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)) : text;
}
