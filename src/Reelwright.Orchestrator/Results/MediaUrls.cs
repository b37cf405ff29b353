using System.Text;
using System.Text.Json;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Results;

/// <summary>
/// Gives readers URLs that work: documents name our own media as <c>media:{key}</c>, and each becomes a URL that is signed now. Others' URLs stay as they are.
/// </summary>
internal sealed class MediaUrls(MediaReferences references)
{
    /// <summary>Copies a stored document, signing every string in it that is one of our media. One that names none of ours is copied as it stands.</summary>
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
