using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reelwright.Contracts.Services;

namespace Reelwright.Services.Work;

/// <summary>JSON of an envelope whose result may be anything, or missing.</summary>
[JsonSerializable(typeof(Envelope<JsonElement?>))]
internal sealed partial class EnvelopeJson : JsonSerializerContext
{
    public static EnvelopeJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
