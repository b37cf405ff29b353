using System.Text.Json;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>
/// The member <c>warnings</c> of a service's result: strings, or objects <c>{code, message, scene}</c>. Other items are left out.
/// </summary>
internal static class ServiceWarnings
{
    /// <summary>The code of a warning that came without one.</summary>
    public const string DefaultCode = "SERVICE_WARNING";

    public static IReadOnlyList<StageWarning> Read(string response) =>
        JsonText.Parse(response) is { ValueKind: JsonValueKind.Object } result && result.TryGetProperty("warnings", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(Read).OfType<StageWarning>().Distinct()]
            : [];

    private static StageWarning? Read(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => Make(null, item.GetString(), null),
        JsonValueKind.Object => Make(Text(item, "code"), Text(item, "message"), Scene(item)),
        _ => null,
    };

    private static StageWarning? Make(string? code, string? message, int? scene) =>
        string.IsNullOrWhiteSpace(message) ? null : new StageWarning(string.IsNullOrWhiteSpace(code) ? DefaultCode : code, message, scene);

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Scene(JsonElement item) =>
        item.TryGetProperty("scene", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var scene) ? scene : null;
}
