using System.Text;
using System.Text.Json;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;

namespace Reelwright.Orchestrator.Results;

/// <summary>
/// Gives readers URLs that work. Documents name our own media as <c>media:KEY</c> or by a URL that we once signed; both become a URL signed now.
/// Anything else, and a URL into our store that we never signed, stays as it is.
/// </summary>
internal sealed class MediaUrls(MediaLinks links)
{
    private const string Scheme = "media:";

    public string Refresh(string url) => KeyOf(url) is { } key ? links.ForUser(key) : url;

    /// <summary>Copies a stored document, refreshing every string in it that is one of our media. One that names none of ours is copied as it stands.</summary>
    public void Write(Utf8JsonWriter json, string document)
    {
        if (!document.Contains(Scheme, StringComparison.Ordinal) && !document.Contains(links.BaseUrl.Authority, StringComparison.OrdinalIgnoreCase))
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

    private MediaKey? KeyOf(string url)
    {
        var ours = url.StartsWith(Scheme, StringComparison.Ordinal)
            ? MediaKey.TryParse(url[Scheme.Length..], out var key)
            : links.TryVerify(url, acceptExpired: true, out key);
        return ours ? key : null;
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
                json.WriteStringValue(Refresh(reader.GetString()!));
                break;
            default:
                json.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}
