using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Json;

/// <summary><see cref="MoneyConverter"/> for an amount that may be <c>null</c>.</summary>
public sealed class NullableMoneyConverter : JsonConverter<decimal?>
{
    private static readonly MoneyConverter Money = new();

    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : Money.Read(ref reader, typeof(decimal), options);

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } amount)
        {
            Money.Write(writer, amount, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
