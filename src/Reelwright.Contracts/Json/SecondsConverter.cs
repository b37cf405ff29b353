using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Json;

/// <summary>
/// A time or a length on the film's timeline, in seconds, without trailing zeros: <c>30</c>, <c>5.5</c>.
/// Decimal, because scene durations must sum to the requested one exactly.
/// </summary>
public sealed class SecondsConverter : JsonConverter<decimal>
{
    private const string Format = "0.######";

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value)
            ? value
            : throw new JsonException("A number of seconds must be a JSON number, such as 5.5.");

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString(Format, CultureInfo.InvariantCulture), skipInputValidation: true);
}
