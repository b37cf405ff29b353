using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reelwright.Orchestrator.Production;

/// <summary>Writes JSON in which members that we do not know keep their place and their text.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            value(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Copies a member as it came; a missing one becomes null.</summary>
    public static void WriteMember(this Utf8JsonWriter json, string name, JsonElement source, string? from = null)
    {
        json.WritePropertyName(name);
        if (source.ValueKind == JsonValueKind.Object && source.TryGetProperty(from ?? name, out var value))
        {
            value.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>A whole number of hundredths stays exact; decimals are written without trailing zeros.</summary>
    public static void WriteSeconds(this Utf8JsonWriter json, string name, decimal seconds)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(seconds.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture));
    }

    public static string? TextOf(JsonElement source, string name) =>
        source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static decimal? NumberOf(JsonElement source, string name) =>
        source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number
            : null;

    /// <summary>Parses JSON that outlives its document.</summary>
    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
