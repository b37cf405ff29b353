using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Json;

/// <summary><see cref="TimestampConverter"/> for a moment that may be <c>null</c>.</summary>
public sealed class NullableTimestampConverter : JsonConverter<DateTimeOffset?>
{
    private static readonly TimestampConverter Timestamp = new();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : Timestamp.Read(ref reader, typeof(DateTimeOffset), options);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } moment)
        {
            Timestamp.Write(writer, moment, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
