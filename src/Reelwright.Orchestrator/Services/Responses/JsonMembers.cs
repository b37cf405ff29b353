using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>
/// Reads members of JSON that may contain what .NET can't decode: a lone surrogate in any name makes <c>TryGetProperty</c> throw.
/// </summary>
internal static class JsonMembers
{
    /// <summary>The last member of that name; undefined when there is none, or when the parent is no object.</summary>
    public static JsonElement Find(JsonElement parent, ReadOnlySpan<byte> name)
    {
        var found = default(JsonElement);
        if (parent.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in parent.EnumerateObject())
            {
                if (JsonMarshal.GetRawUtf8PropertyName(member).SequenceEqual(name))
                {
                    found = member.Value;
                }
            }
        }

        return found;
    }

    /// <summary>Null unless the member is a boolean.</summary>
    public static bool? FindFlag(JsonElement parent, ReadOnlySpan<byte> name) => Find(parent, name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Null unless the member is a string without lone surrogates.</summary>
    public static string? FindText(JsonElement parent, ReadOnlySpan<byte> name) => TryRead(Find(parent, name), out var text) ? text : null;

    /// <summary>Null unless the member is such a string, or a whole number.</summary>
    public static string? FindId(JsonElement parent, ReadOnlySpan<byte> name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.Number } number && number.GetRawText().All(char.IsAsciiDigit)
            ? number.GetRawText()
            : FindText(parent, name);

    /// <summary>Null unless the member is a whole number from 0 on.</summary>
    public static int? FindIndex(JsonElement parent, ReadOnlySpan<byte> name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var index) && index >= 0 ? index : null;

    /// <summary>False for what is not a string, and for a string with a lone surrogate.</summary>
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
