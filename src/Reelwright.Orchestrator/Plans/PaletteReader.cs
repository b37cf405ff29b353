using System.Text.Json;
using System.Text.RegularExpressions;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.Plans;

/// <summary>Reads a palette: a list of colours, a list or an object of named colours, or one text.</summary>
internal static partial class PaletteReader
{
    private static readonly string[] ColourMembers = ["hex", "value", "color", "colour", "code"];

    public static IReadOnlyList<string>? Read(ForeignObject look, PlanChanges changes)
    {
        var palette = look.Take("palette");
        if (palette.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        var colours = new List<string>();
        foreach (var item in ItemsOf(palette))
        {
            if (ColourOf(item) is { } colour)
            {
                colours.Add(colour);
            }
            else if (item.ValueKind != JsonValueKind.Null)
            {
                changes.LeaveOut(look.PathOf("palette"), item, "a colour such as #1A2B3C", scene: null);
            }
        }

        return colours.Count == 0 ? null : [.. colours.Take(RequestRules.Palette.Max)];
    }

    private static IEnumerable<JsonElement> ItemsOf(JsonElement palette) => palette.ValueKind switch
    {
        JsonValueKind.Array => palette.EnumerateArray(),
        JsonValueKind.Object => palette.EnumerateObject().Select(member => member.Value),
        _ => [palette],
    };

    private static string? ColourOf(JsonElement item)
    {
        var text = item.ValueKind switch
        {
            JsonValueKind.String => item.GetString(),
            JsonValueKind.Object => ColourMembers
                .Select(name => item.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null)
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
        return text is null ? null : Normalise(text.Trim());
    }

    // The name of a colour is kept for services that understand it.
    private static string? Normalise(string text) =>
        Full().IsMatch(text) ? text
        : Bare().IsMatch(text) ? $"#{text}"
        : WithAlpha().IsMatch(text) ? text[..7]
        : Short().IsMatch(text) ? $"#{text[1]}{text[1]}{text[2]}{text[2]}{text[3]}{text[3]}"
        : Name().IsMatch(text) ? text
        : null;

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Full();

    [GeneratedRegex(@"\A(?=.*[0-9])[0-9A-Fa-f]{6}\z")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{8}\z")]
    private static partial Regex WithAlpha();

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{3,4}\z")]
    private static partial Regex Short();

    [GeneratedRegex(@"\A\p{L}[\p{L} -]{1,39}\z")]
    private static partial Regex Name();
}
