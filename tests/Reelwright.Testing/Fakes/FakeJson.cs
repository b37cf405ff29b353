using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Testing.Fakes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FakeSettings))]
[JsonSerializable(typeof(BookEntry))]
[JsonSerializable(typeof(KeptAnswer))]
[JsonSerializable(typeof(Dictionary<string, FakeStatistics>))]
internal sealed partial class FakeJson : JsonSerializerContext
{
    /// <summary>One line an entry.</summary>
    public static FakeJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter<BookEvent>(), new JsonStringEnumConverter<FaultKind>(), new JsonStringEnumConverter<FaultTarget>() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
