using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Reelwright.Hosting.Logs;

/// <summary>The members of every log line; a value of the message overrides one of its scopes.</summary>
internal sealed class LogFields
{
    public string? JobId { get; private set; }

    public string? Stage { get; private set; }

    public decimal? Cost { get; private set; }

    public decimal? DurationSeconds { get; private set; }

    public static LogFields From<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes)
    {
        var fields = new LogFields();
        scopes?.ForEachScope(static (scope, found) => found.Take(scope), fields);
        fields.Take(entry.State);
        return fields;
    }

    public static string LevelOf(LogLevel level) => level switch
    {
        LogLevel.Critical or LogLevel.Error => "ERROR",
        LogLevel.Warning => "WARN",
        LogLevel.Information => "INFO",
        _ => "DEBUG",
    };

    private void Take(object? state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            return;
        }

        for (var index = 0; index < values.Count; index++)
        {
            var (name, value) = values[index];
            if (value is not null)
            {
                Take(name, value);
            }
        }
    }

    // Placeholders are written JobId in message templates, names of scopes job_id.
    private void Take(string name, object value)
    {
        switch (name)
        {
            case "JobId" or "job_id":
                JobId = Convert.ToString(value, CultureInfo.InvariantCulture);
                break;
            case "Stage" or "stage":
                Stage = Convert.ToString(value, CultureInfo.InvariantCulture);
                break;
            case "Cost" or "cost":
                Cost = ToNumber(value);
                break;
            case "DurationSeconds" or "duration_seconds":
                DurationSeconds = ToNumber(value);
                break;
        }
    }

    private static decimal? ToNumber(object value) => value switch
    {
        decimal number => number,
        double number when double.IsFinite(number) && Math.Abs(number) < 1e12 => (decimal)number,
        int number => number,
        long number => number,
        _ => null,
    };
}
