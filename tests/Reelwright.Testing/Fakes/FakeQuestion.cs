using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reelwright.Contracts.Services;
using Reelwright.Testing.Wire;

namespace Reelwright.Testing.Fakes;

/// <summary>A paid call as a fake service understands it.</summary>
internal sealed partial record FakeQuestion(string Service, string? Job, int Scene, string? Key, string Body, JsonElement Json)
{
    private static readonly string[] Films = ["9:16", "1:1", "16:9"];

    public string Stage => Service switch
    {
        ServiceNames.PromptParser => "prompt_parsing",
        ServiceNames.ImageGeneration => "image_generation",
        ServiceNames.VideoGeneration => "video_generation",
        _ => "composition",
    };

    public static string PathOf(string service) => service switch
    {
        ServiceNames.PromptParser => "/parse",
        ServiceNames.ImageGeneration => "/generate-image",
        ServiceNames.VideoGeneration => "/generate-video",
        _ => "/compose",
    };

    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static FakeQuestion Read(string service, RawRequest request)
    {
        using var document = JsonDocument.Parse(request.Body);
        var json = document.RootElement.Clone();
        return new FakeQuestion(service, request.Header("X-Job-Id"), service == ServiceNames.Composition ? FilmOf(json) : SceneOf(json), request.Header("Idempotency-Key"), request.Text, json);
    }

    public decimal Seconds(decimal otherwise) =>
        Json.TryGetProperty("duration", out var value) && value.TryGetDecimal(out var seconds) ? seconds : otherwise;

    public BookEntry Entry(BookEvent kind, int attempt) => new()
    {
        At = TimeProvider.System.GetUtcNow(),
        Event = kind,
        Service = Service,
        Job = Job,
        Stage = Stage,
        Scene = Scene,
        Key = Key,
        Attempt = attempt,
    };

    /// <summary>A film of each aspect ratio is bought once: the upright one is 0.</summary>
    private static int FilmOf(JsonElement body) => body.TryGetProperty("aspect_ratio", out var ratio) && ratio.ValueKind == JsonValueKind.String
        ? Math.Max(0, Array.IndexOf(Films, ratio.GetString()))
        : 0;

    private static int SceneOf(JsonElement body)
    {
        if (body.TryGetProperty("scene", out var scene) && scene.ValueKind == JsonValueKind.Object && scene.TryGetProperty("index", out var index))
        {
            return index.GetInt32();
        }

        return body.TryGetProperty("scene_prompt", out var prompt) && SceneNumber().Match(prompt.GetString()!) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : 0;
    }

    [GeneratedRegex(@"\bScene (\d+)\b")]
    private static partial Regex SceneNumber();
}
