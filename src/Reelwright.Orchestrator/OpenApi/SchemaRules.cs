using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Problems;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Results;

namespace Reelwright.Orchestrator.OpenApi;

/// <summary>Bounds and allowed words of members, from the same constants that the request readers use.</summary>
internal static class SchemaRules
{
    private static readonly IReadOnlyList<string> CallWords = [.. Enum.GetValues<CallState>().Select(state => state.ToWord())];

    private static readonly Dictionary<(Type, string), Action<OpenApiSchema>> Rules = new()
    {
        [(typeof(GenerateAdRequest), "prompt")] = Length(AdLimits.MinPrompt, AdLimits.MaxPrompt),
        [(typeof(GenerateAdRequest), "duration")] = Between(AdLimits.MinDuration, AdLimits.MaxDuration),
        [(typeof(GenerateAdRequest), "aspect_ratio")] = Words(AspectRatios.All),
        [(typeof(GenerateAdRequest), "metadata")] = Metadata,
        [(typeof(GenerateAdRequest), "max_cost_usd")] = schema => schema.ExclusiveMinimum = "0",
        [(typeof(GenerateAdRequest), "priority")] = Between(AdLimits.MinPriority, AdLimits.MaxPriority),
        [(typeof(GenerateAdRequest), "variants")] = Variants,
        [(typeof(BrandGuidelines), "primary_color")] = Colour,
        [(typeof(BrandGuidelines), "secondary_color")] = Colour,
        [(typeof(BrandGuidelines), "style")] = Length(0, AdLimits.MaxStyle),
        [(typeof(BrandGuidelines), "name")] = Length(0, AdLimits.MaxBrandName),
        [(typeof(BrandGuidelines), "logo_url")] = schema =>
        {
            schema.Format = "uri";
            schema.MaxLength = AdLimits.MaxUrl;
        },
        [(typeof(AdOptions), "call_to_action")] = Length(0, AdLimits.MaxCallToAction),
        [(typeof(AdOptions), "music")] = Words([.. MusicMoods.All, MusicMoods.Off]),
        [(typeof(AdOptions), "captions")] = Words(CaptionModes.All),
        [(typeof(JobView), "status")] = Words(ListQuery.States),
        [(typeof(JobAccepted), "status")] = Words(ListQuery.States),
        [(typeof(JobCreated), "status")] = Words(["queued"]),
        [(typeof(JobVariant), "aspect_ratio")] = Words(AspectRatios.All),
        [(typeof(JobResult), "quality")] = schema => schema.Type = JsonSchemaType.Object,
        [(typeof(JobProgress), "percentage")] = Between(0, 100),
        [(typeof(ClipView), "status")] = Words(["pending", .. CallWords]),
        [(typeof(CallView), "status")] = Words(CallWords),
        [(typeof(CallView), "cost_source")] = Words([CostSources.Reported, CostSources.NotReported]),
        [(typeof(Problem), "code")] = Words(
        [
            ErrorCodes.InvalidInput, ErrorCodes.NotFound, ErrorCodes.MethodNotAllowed, ErrorCodes.Conflict, ErrorCodes.PayloadTooLarge,
            ErrorCodes.UnsupportedMediaType, ErrorCodes.IdempotencyMismatch, ErrorCodes.BudgetExceeded, ErrorCodes.RateLimited, ErrorCodes.Unavailable, ErrorCodes.InternalError,
        ]),
        [(typeof(JobError), "code")] = Words(
        [
            ErrorCodes.PromptParsingFailed, ErrorCodes.ImageGenerationFailed, ErrorCodes.VideoGenerationFailed, ErrorCodes.CompositionFailed,
            ErrorCodes.BudgetExceeded, ErrorCodes.PaymentInDoubt, ErrorCodes.ContentRejected, ErrorCodes.DeadlineExceeded, ErrorCodes.InternalError,
        ]),
    };

    public static Action<OpenApiSchema>? Of(Type type, string member) => Rules.GetValueOrDefault((type, member));

    private static Action<OpenApiSchema> Length(int min, int max) => schema =>
    {
        schema.MinLength = min == 0 ? null : min;
        schema.MaxLength = max;
    };

    private static Action<OpenApiSchema> Between(int min, int max) => schema =>
    {
        schema.Minimum = min.ToString(CultureInfo.InvariantCulture);
        schema.Maximum = max.ToString(CultureInfo.InvariantCulture);
    };

    // In JSON Schema, a nullable member needs null in its enum.
    private static Action<OpenApiSchema> Words(IReadOnlyList<string> words) => schema =>
    {
        schema.Enum = [.. words.Select(word => JsonValue.Create(word))];
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Null))
        {
            schema.Enum.Add(JsonNullSentinel.JsonNull);
        }
    };

    private static void Variants(OpenApiSchema schema)
    {
        schema.MaxItems = AdLimits.MaxVariants;
        schema.UniqueItems = true;
        schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. AspectRatios.All.Select(ratio => JsonValue.Create(ratio))] };
    }

    private static void Colour(OpenApiSchema schema) => schema.Pattern = "^#[0-9A-Fa-f]{6}$";

    private static void Metadata(OpenApiSchema schema)
    {
        schema.MaxProperties = AdLimits.MaxMetadata;
        schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = AdLimits.MaxMetadataValue };
    }
}
