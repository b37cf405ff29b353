using System.Text.Json;
using Reelwright.Contracts.Problems;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>4. Clips, text and sound become the film.</summary>
internal sealed class CompositionStage(MediaReferences media) : Stage
{
    private const decimal BytesPerMegabyte = 1_000_000m;

    public override string Name => StageNames.Composition;

    public override string Service => ServiceNames.Composition;

    public override int ProgressAfter => 100;

    public override string FailureCode => ErrorCodes.CompositionFailed;

    public override IReadOnlyList<PlannedCall> Plan(JobInput input)
    {
        var request = AdRequest.Read(input);
        var plan = AdPlan.Read(input);
        var body = JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("scenes");
            foreach (var scene in plan.Scenes)
            {
                json.WriteStartObject();
                json.WriteString("video_url", media.ForService(VideoGenerationStage.ClipUrl(input, scene.Index)));
                json.WriteSeconds("start_time", scene.Start);
                json.WriteSeconds("end_time", scene.End);
                json.WriteMember("transition", scene.Raw);
                json.WriteMember("voiceover", scene.Raw);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteMember("audio", plan.Raw);
            json.WriteMember("text_overlays", plan.Raw);
            json.WriteMember("aspect_ratio", request.Raw);
            json.WriteMember("brand_guidelines", request.Raw);
            json.WriteMember("call_to_action", plan.Raw);
            json.WriteMember("options", request.Raw);
            json.WriteMember("visual_direction", plan.Raw);
            json.WriteEndObject();
        });
        return [new PlannedCall(0, body, 0)];
    }

    /// <summary>Such as a logo that could not be used.</summary>
    public override IReadOnlyList<string> Warnings(string response) =>
        JsonText.Parse(response) is { ValueKind: JsonValueKind.Object } film && film.TryGetProperty("warnings", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    public override IReadOnlyDictionary<string, string> Publish(JobInput input)
    {
        if (!input.Of(Name).TryGetValue(0, out var response))
        {
            return new Dictionary<string, string>();
        }

        var film = JsonText.Parse(response);
        var scenes = AdPlan.Read(input).Scenes.Count;
        return new Dictionary<string, string> { [DocumentNames.Result] = JsonText.Write(json => WriteResult(json, film, scenes)) };
    }

    private void WriteResult(Utf8JsonWriter json, JsonElement film, int scenes)
    {
        json.WriteStartObject();
        WriteUrl(json, "video_url", film);
        WriteUrl(json, "thumbnail_url", film);
        WriteUrl(json, "captions_url", film);
        json.WriteMember("duration", film);
        json.WriteMember("resolution", film);
        json.WritePropertyName("file_size_mb");
        if (JsonText.NumberOf(film, "file_size") is { } bytes)
        {
            json.WriteRawValue(decimal.Round(bytes / BytesPerMegabyte, 1).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteNumber("scenes_generated", scenes);
        json.WriteStartArray("variants");
        json.WriteEndArray();
        WriteQuality(json, film);
        json.WriteEndObject();
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
