using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Terminal;

namespace Reelwright.Watching;

/// <summary>What is said of a job that has ended.</summary>
internal static class WatchReport
{
    public static void WriteText(TextWriter output, JobView job, JobResult result, DownloadedFilm? files, TimeSpan taken)
    {
        // A job that was finished before anybody looked took what its own times say.
        var wall = job.CompletedAt is { } completed && taken < TimeSpan.FromSeconds(1) ? completed - job.CreatedAt : taken;
        var duration = result.Duration?.ToString("0.0", CultureInfo.InvariantCulture) ?? "?";
        var size = result.FileSizeMb?.ToString("0.0", CultureInfo.InvariantCulture) ?? "?";
        output.WriteLine(files is null ? result.VideoUrl : files.Video);
        output.WriteLine($"  {duration} s, {result.Resolution ?? "?"}, {size} MB, {result.ScenesGenerated} scenes, {Screen.Money(job.Cost.Total)}, made in {Screen.Time(wall)}");
        foreach (var finding in Findings(result))
        {
            output.WriteLine($"  to improve: {finding}");
        }

        foreach (var beside in files?.Beside ?? [])
        {
            output.WriteLine($"  {beside}");
        }
    }

    /// <summary>What the service that composed the film, and its variants, found wanting.</summary>
    private static IEnumerable<string> Findings(JobResult result) =>
        from quality in result.Variants.Select(variant => variant.Quality).Prepend(result.Quality)
        where quality is { ValueKind: JsonValueKind.Object }
        from finding in quality.Value.TryGetProperty("findings", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default
        where finding.ValueKind == JsonValueKind.String
        select finding.GetString();

    /// <summary>
    /// <c>{"job": {...}, "files": {"video", "thumbnail", "captions", "preview", "variants": [...]} or null, "seconds": 23.4 or null}</c>.
    /// </summary>
    public static void WriteJson(TextWriter output, JobView job, DownloadedFilm? files, TimeSpan? taken)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WritePropertyName("job");
            JsonSerializer.Serialize(json, job, WireJson.Wire.JobView);
            json.WritePropertyName("files");
            WriteFiles(json, files);
            if (taken is { } time)
            {
                json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 1));
            }
            else
            {
                json.WriteNull("seconds");
            }

            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WriteFiles(Utf8JsonWriter json, DownloadedFilm? files)
    {
        if (files is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("video", files.Video);
        json.WriteString("thumbnail", files.Thumbnail);
        json.WriteString("captions", files.Captions);
        json.WriteString("preview", files.Preview);
        json.WriteStartArray("variants");
        foreach (var variant in files.Variants)
        {
            WriteFiles(json, variant);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
