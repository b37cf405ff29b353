using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Problems;
using Reelwright.Contracts.Services;

namespace Reelwright.Contracts.Json;

/// <summary>Source-generated JSON of everything that crosses HTTP: snake_case, nulls written, enums as words.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    AllowDuplicateProperties = false,
    MaxDepth = 32)]
[JsonSerializable(typeof(GenerateAdRequest))]
[JsonSerializable(typeof(JobCreated))]
[JsonSerializable(typeof(JobView))]
[JsonSerializable(typeof(JobPage))]
[JsonSerializable(typeof(JobAccepted))]
[JsonSerializable(typeof(RetryRequest))]
[JsonSerializable(typeof(JobResult))]
[JsonSerializable(typeof(JobError))]
[JsonSerializable(typeof(CallsView))]
[JsonSerializable(typeof(LimitsView))]
[JsonSerializable(typeof(ServiceLimit))]
[JsonSerializable(typeof(LimitChange))]
[JsonSerializable(typeof(OrchestratorHealth))]
[JsonSerializable(typeof(Liveness))]
[JsonSerializable(typeof(Readiness))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Envelope<ParseResult>))]
[JsonSerializable(typeof(Envelope<ImageResult>))]
[JsonSerializable(typeof(Envelope<VideoResult>))]
[JsonSerializable(typeof(Envelope<ComposeResult>))]
[JsonSerializable(typeof(ParseRequest))]
[JsonSerializable(typeof(ImageRequest))]
[JsonSerializable(typeof(VideoRequest))]
[JsonSerializable(typeof(ComposeRequest))]
[JsonSerializable(typeof(IReadOnlyList<ClipView>))]
[JsonSerializable(typeof(OperationAccepted))]
[JsonSerializable(typeof(OperationView))]
[JsonSerializable(typeof(Capabilities))]
[JsonSerializable(typeof(ServiceHealth))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>The context to use everywhere: text stays readable in any script, duplicate members are refused.</summary>
    public static WireJson Wire { get; } = Create(JsonIgnoreCondition.Never);

    /// <summary>The context for requests to services: like <see cref="Wire"/>, but members that are null are left out.</summary>
    public static WireJson Requests { get; } = Create(JsonIgnoreCondition.WhenWritingNull);

    private static WireJson Create(JsonIgnoreCondition ignored) => new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = ignored,
        AllowDuplicateProperties = false,
        MaxDepth = 32,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
