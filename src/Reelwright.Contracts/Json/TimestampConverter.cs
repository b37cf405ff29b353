using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Json;

/// <summary>A moment as UTC ISO-8601 in whole seconds, with <c>Z</c>: <c>2025-11-14T10:30:00Z</c>.</summary>
public sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var value)
            ? value.ToUniversalTime()
            : throw new JsonException("A timestamp must be an ISO-8601 string, such as \"2025-11-14T10:30:00Z\".");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(ToText(value));

    /// <summary>The moment as it stands in JSON, without quotes.</summary>
    public static string ToText(DateTimeOffset value) =>
        value.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);
}
