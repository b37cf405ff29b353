using System.Text.Json;
using System.Text.Json.Serialization;
using Reelwright.Engine.Jobs;

namespace Reelwright.Messaging.Signals;

/// <summary>The wire format: <c>{"version":1}</c> is one ready signal; the other messages carry ids of jobs.</summary>
internal sealed record SignalMessage
{
    public const int CurrentVersion = 1;

    /// <summary>Most ids of each kind in one message, so that none is longer than <see cref="MostBytes"/>.</summary>
    public const int MostIds = 500;

    private const int MostBytes = 64 * 1024;

    public static ReadOnlyMemory<byte> Ready { get; } = new SignalMessage { Version = CurrentVersion }.Write();

    /// <summary>Sent to the ready queue to test whether it accepts messages; consumers ignore it.</summary>
    public static ReadOnlyMemory<byte> Probe { get; } = new SignalMessage { Version = CurrentVersion, Cancelled = [] }.Write();

    public required int Version { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Guid>? Cancelled { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Guid>? Progressed { get; init; }

    [JsonIgnore]
    public bool IsReady => Cancelled is null && Progressed is null;

    /// <summary>As few messages as the ids fit into; none when there are none.</summary>
    public static IEnumerable<SignalMessage> Broadcasts(IReadOnlyCollection<JobId> cancelled, IReadOnlyCollection<JobId> progressed)
    {
        for (var start = 0; start < Math.Max(cancelled.Count, progressed.Count); start += MostIds)
        {
            yield return new SignalMessage { Version = CurrentVersion, Cancelled = Part(
                cancelled, start), Progressed = Part(progressed, start) };
        }
    }

    /// <summary>Null when the message has another format: every user of the broker can send anything.</summary>
    public static SignalMessage? Read(ReadOnlySpan<byte> body)
    {
        if (body.Length > MostBytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(body, SignalJson.Default.SignalMessage) is { Version: CurrentVersion } message
                ? message
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, SignalJson.Default.SignalMessage);

    private static List<Guid>? Part(IReadOnlyCollection<JobId> jobs, int start) =>
        jobs.Count > start ? [.. jobs.Skip(start).Take(MostIds).Select(job => job.Value)] : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SignalMessage))]
internal sealed partial class SignalJson : JsonSerializerContext;
