using System.Text.Json;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.Plans;

/// <summary>Reads text overlays: a list of objects or texts, one object, or an object of texts by their position.</summary>
internal static class OverlayReader
{
    private const string Path = "text_overlays";

    /// <summary>Times are as the plan gives them; missing ones are null.</summary>
    public static IReadOnlyList<TextOverlay>? Read(JsonElement raw, PlanChanges changes)
    {
        List<TextOverlay?> found = raw.ValueKind switch
        {
            JsonValueKind.Undefined => [],
            JsonValueKind.Array => [.. raw.EnumerateArray().Select((item, index) => ReadOne(item, $"{Path}[{index}]", position: null, changes))],
            JsonValueKind.Object when !raw.TryGetProperty("text", out _) =>
                [.. raw.EnumerateObject().Select(member => ReadOne(member.Value, $"{Path}.{member.Name}", PlanText.Clean(member.Name), changes))],
            _ => [ReadOne(raw, Path, position: null, changes)],
        };
        List<TextOverlay> overlays = [.. found.OfType<TextOverlay>()];
        foreach (var surplus in overlays.Skip(RequestRules.Overlays.Max))
        {
            var message = $"The text \"{PlanChanges.Excerpt(surplus.Text)}\" was left out: a film has at most {RequestRules.Overlays.Max} texts.";
            changes.Add(PlanChanges.OverlayLeftOut, message, scene: null);
        }

        return overlays.Count == 0 ? null : [.. overlays.Take(RequestRules.Overlays.Max)];
    }

    private static TextOverlay? ReadOne(JsonElement raw, string path, string? position, PlanChanges changes)
    {
        if (raw.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (raw.ValueKind != JsonValueKind.Object)
        {
            if (PlanText.CopyIn(raw) is not { } words)
            {
                changes.LeaveOut(path, raw, "an object with a text", scene: null);
                return null;
            }

            raw = JsonSerializer.SerializeToElement(
                new Dictionary<string, JsonElement> { ["text"] = JsonSerializer.SerializeToElement(words, PlanJson.Default.String) },
                PlanJson.Default.DictionaryStringJsonElement);
        }

        var overlay = new ForeignObject(raw, path, changes);
        if (overlay.Copy("text") is not { } text)
        {
            var message = $"\"{path}\" of the plan was left out: it has no text.";
            changes.Add(PlanChanges.OverlayLeftOut, message, scene: null);
            return null;
        }

        return new TextOverlay
        {
            Text = text,
            StartTime = overlay.Seconds("start_time"),
            EndTime = overlay.Seconds("end_time"),
            Position = overlay.Words("position") ?? (position?.Length <= RequestRules.Words.Max ? position : null),
            Style = overlay.Words("style"),
            More = overlay.Rest(),
        };
    }
}
