using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Reelwright.Contracts.Json;
using Reelwright.Hosting.Configuration;

namespace Reelwright.Hosting.Logs;

/// <summary>
/// Writes one JSON object a line, always with the same members in the same order: timestamp, level, job_id, stage, message, cost,
/// duration_seconds, service, trace_id; and <c>exception</c> after them when there is one.
/// </summary>
internal sealed class JsonLineFormatter(HostIdentity identity, Redactor redactor, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "reelwright-json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var fields = LogFields.From(logEntry, scopeProvider);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString(
                "timestamp", time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level", LogFields.LevelOf(logEntry.LogLevel));
            json.WriteString("job_id", fields.JobId);
            json.WriteString("stage", fields.Stage);
            json.WriteString("message", redactor.Clean(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            WriteNumber(json, "cost", fields.Cost is { } cost ? MoneyConverter.ToJson(cost) : null);
            WriteNumber(json, "duration_seconds", fields.DurationSeconds?.ToString("0.###", CultureInfo.InvariantCulture));
            json.WriteString("service", identity.Service);
            json.WriteString("trace_id", Activity.Current?.TraceId.ToHexString());
            if (logEntry.Exception is { } exception)
            {
                json.WriteString("exception", redactor.Clean(exception.ToString()));
            }

            json.WriteEndObject();
        }

        textWriter.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        textWriter.Write('\n');
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, string? number)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(number ?? "null", skipInputValidation: true);
    }
}
