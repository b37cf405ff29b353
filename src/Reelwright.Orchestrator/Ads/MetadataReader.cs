using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Ads;

/// <summary>Reads <c>metadata</c>: pairs of strings of the caller, returned unchanged.</summary>
internal static class MetadataReader
{
    /// <summary>In the order of the request.</summary>
    public static OrderedDictionary<string, string> Read(InputObject? input)
    {
        var pairs = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (input is null)
        {
            return pairs;
        }

        if (input.Members.Count > AdLimits.MaxMetadata)
        {
            input.FaultSelf($"must have at most {AdLimits.MaxMetadata} pairs, this one has {input.Members.Count}");
            return pairs;
        }

        foreach (var key in input.Members.Keys.ToList())
        {
            if (Value(input, key) is { } value)
            {
                pairs.Add(key, value);
            }
        }

        return pairs;
    }

    private static string? Value(InputObject input, string key)
    {
        var length = InputText.Length(key);
        if (length is 0 or > AdLimits.MaxMetadataKey || InputText.HasControls(key))
        {
            input.Fault(key, $"has a key that is not a text of 1 to {AdLimits.MaxMetadataKey} characters");
            return null;
        }

        var expected = $"a text of at most {AdLimits.MaxMetadataValue} characters without control characters";
        if (input.String(key, expected) is not { } value)
        {
            return null;
        }

        if (InputText.Length(value) <= AdLimits.MaxMetadataValue && !InputText.HasControls(value))
        {
            return value;
        }

        input.Fault(key, $"must be {expected}");
        return null;
    }
}
