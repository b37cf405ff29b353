using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Reelwright.Orchestrator.Services.Answers;

/// <summary>Reads strings that may hold what .NET and jsonb refuse.</summary>
internal static class JsonText
{
    /// <summary>False for what is not a string, and for one with a lone surrogate.</summary>
    public static bool TryRead(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
