using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Json;

/// <summary><see cref="SecondsConverter"/> for a length that may be <c>null</c>.</summary>
public sealed class NullableSecondsConverter : JsonConverter<decimal?>
{
    private static readonly SecondsConverter Seconds = new();

    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : Seconds.Read(ref reader, typeof(decimal), options);

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } seconds)
        {
            Seconds.Write(writer, seconds, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
