using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Reelwright.MediaFiles.Links;

namespace Reelwright.Services.Operations;

/// <summary>
/// A hash that is equal for equivalent bodies. It ignores order and spacing of members, and the signature of URLs of our media store,
/// because a caller that asks again after a crash signs them again.
/// </summary>
public sealed class RequestFingerprint(MediaLinks links)
{
    public string Of(string route, JsonElement body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(route);
            Write(json, body);
            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String when value.GetRawText().Contains("://", StringComparison.Ordinal) && links.TryGetKey(value.GetString(), out var key):
                json.WriteStringValue($"media:{key}");
                break;
            default:
                // Copied as it is, because half a surrogate pair in an unknown member must not fail the call.
                json.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                break;
        }
    }
}
