using System.Globalization;
using System.Text.Json;

namespace Reelwright.Orchestrator.Production;

/// <summary>What a composition answered.</summary>
internal sealed record ComposedFilm(string AspectRatio, JsonElement Answer);

/// <summary>Writes a job's <c>result</c>: the film, and beside it the same of each variant.</summary>
internal sealed class ResultDocument(MediaReferences media)
{
    private const decimal BytesPerMegabyte = 1_000_000m;

    /// <param name="films">The film itself first.</param>
    public void Write(Utf8JsonWriter json, IReadOnlyList<ComposedFilm> films, int scenes)
    {
        json.WriteStartObject();
        WriteFilm(json, films[0].Answer);
        json.WriteNumber("scenes_generated", scenes);
        json.WriteStartArray("variants");
        foreach (var variant in films.Skip(1))
        {
            json.WriteStartObject();
            json.WriteString("aspect_ratio", variant.AspectRatio);
            WriteFilm(json, variant.Answer);
            WriteQuality(json, variant.Answer);
            WriteUrl(json, "preview_url", variant.Answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteQuality(json, films[0].Answer);
        WriteUrl(json, "preview_url", films[0].Answer);
        json.WriteEndObject();
    }

    private void WriteFilm(Utf8JsonWriter json, JsonElement film)
    {
        WriteUrl(json, "video_url", film);
        WriteUrl(json, "thumbnail_url", film);
        WriteUrl(json, "captions_url", film);
        json.WriteMember("duration", film);
        json.WriteMember("resolution", film);
        json.WritePropertyName("file_size_mb");
        if (JsonText.NumberOf(film, "file_size") is { } bytes)
        {
            json.WriteRawValue(decimal.Round(bytes / BytesPerMegabyte, 1).ToString("0.0", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    // Whatever the service has measured; our own measures more than others may.
    private static void WriteQuality(Utf8JsonWriter json, JsonElement film)
    {
        json.WritePropertyName("quality");
        if (film.ValueKind == JsonValueKind.Object && film.TryGetProperty("quality", out var quality) && quality.ValueKind == JsonValueKind.Object)
        {
            quality.WriteTo(json);
        }
        else
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }
    }

    private void WriteUrl(Utf8JsonWriter json, string name, JsonElement film) =>
        json.WriteString(name, JsonText.TextOf(film, name) is { } url && IsWeb(url) ? media.ToStored(url) : null);

    // Anything else, above all a reference in our own shorthand, is not a service's to give.
    private static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
