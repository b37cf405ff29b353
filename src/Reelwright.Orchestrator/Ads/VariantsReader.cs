using System.Text.Json;
using Reelwright.Contracts.Ads;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Ads;

/// <summary>Reads <c>variants</c>: further aspect ratios that the film is composed in.</summary>
internal static class VariantsReader
{
    private const string Member = "variants";

    /// <summary>
    /// In the order of the request, which is also the order in the ledger and in the result. An error names the position of the faulty one.
    /// </summary>
    /// <param name="aspectRatio">The aspect ratio of the ad; null when that member is faulty itself.</param>
    public static IReadOnlyList<string> Read(InputObject input, string? aspectRatio)
    {
        var expected = $"a list of at most {AdLimits.MaxVariants} aspect ratios beside the ad's own";
        if (!input.TryGet(Member, JsonValueKind.Array, expected, out var list))
        {
            return [];
        }

        if (list.GetArrayLength() is > AdLimits.MaxVariants and var count)
        {
            input.Fault(Member, $"must be {expected}, this one has {count}");
            return [];
        }

        var variants = new List<string>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (FaultOf(item, aspectRatio, variants, out var ratio) is { } fault)
            {
                input.Fault($"{Member}[{index}]", fault);
            }
            else
            {
                variants.Add(ratio);
            }
        }

        return variants;
    }

    private static string? FaultOf(JsonElement item, string? aspectRatio, List<string> earlier, out string ratio)
    {
        ratio = item.ValueKind == JsonValueKind.String && InputText.TryRead(item, out var text) ? text : string.Empty;
        return !AspectRatios.All.Contains(ratio) ? $"must be one of {string.Join(", ", AspectRatios.All)}"
            : ratio == aspectRatio ? "is the ad's own aspect_ratio; a variant is another one"
            : earlier.Contains(ratio) ? "is given more than once"
            : null;
    }
}
