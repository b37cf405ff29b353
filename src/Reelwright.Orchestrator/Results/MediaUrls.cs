using System.Text;
using System.Text.Json;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Results;

/// <summary>
/// Replaces <c>media:{key}</c> in stored documents by a URL that is signed now. URLs of other servers are copied unchanged.
/// </summary>
internal sealed class MediaUrls(MediaReferences references)
{
    /// <summary>Copies a stored document and signs every string in it that names a file of the media store.</summary>
    public void Write(Utf8JsonWriter json, string document)
    {
        if (!document.Contains(MediaReferences.Prefix, StringComparison.Ordinal))
        {
            json.WriteRawValue(document, skipInputValidation: true);
            return;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(document));
        while (reader.Read())
        {
            Copy(json, ref reader);
        }
    }

    private void Copy(Utf8JsonWriter json, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                json.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                json.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                json.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                json.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                json.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.String:
                json.WriteStringValue(references.ForUser(reader.GetString()!));
                break;
            default:
                json.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}
