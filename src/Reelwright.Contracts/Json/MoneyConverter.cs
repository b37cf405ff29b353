using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Json;

/// <summary>
/// US dollars as a JSON number with two to six decimals: <c>0.00</c>, <c>1.55</c>, <c>0.0004</c>.
/// Six is the scale of the ledger (<c>numeric(12,6)</c>); a parse can cost less than a tenth of a cent.
/// </summary>
public sealed class MoneyConverter : JsonConverter<decimal>
{
    private const string Format = "0.00####";

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value)
            ? value
            : throw new JsonException("An amount of money must be a JSON number, such as 0.05.");

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteRawValue(ToJson(value), skipInputValidation: true);

    /// <summary>The amount as it stands in JSON.</summary>
    public static string ToJson(decimal value) =>
        decimal.Round(value, 6, MidpointRounding.AwayFromZero).ToString(Format, CultureInfo.InvariantCulture);
}
