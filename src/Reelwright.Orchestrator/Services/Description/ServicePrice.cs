using System.Globalization;
using System.Text.Json;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services.Description;

/// <summary>What one call costs, in US dollars: a sum, and a sum for each second of the clip asked for.</summary>
internal readonly record struct ServicePrice(decimal PerCall, decimal PerSecond)
{
    private const decimal Highest = 1000;
    private const int Scale = 6;

    public decimal Of(decimal seconds) => PerCall + (PerSecond * seconds);

    /// <summary>
    /// Reads <c>0.05</c> or <c>{"usd": 0.05, "per": "call"}</c>, with numbers that may be written as strings, by the call, the second or
    /// the minute. Null when there is no readable price.
    /// </summary>
    public static ServicePrice? Read(JsonElement price)
    {
        if (ReadUsd(price) is { } plain)
        {
            return new(plain, 0);
        }

        return ReadUsd(JsonMembers.Find(price, "usd"u8)) is not { } usd
            ? null
            : JsonMembers.FindText(price, "per"u8)?.Trim().ToLowerInvariant() switch
            {
                "second" or "seconds" or "s" => new(0, usd),
                "minute" or "minutes" or "min" => new(0, RoundUp(usd / 60)),
                _ => new(usd, 0),
            };
    }

    /// <summary>A price must not be rounded to one that is too low.</summary>
    public static decimal RoundUp(decimal usd) => decimal.Round(usd, Scale, MidpointRounding.ToPositiveInfinity);

    private static decimal? ReadUsd(JsonElement value)
    {
        decimal usd = -1;
        var isRead = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out usd),
            JsonValueKind.String => JsonMembers.TryRead(value, out var text)
                && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out usd),
            _ => false,
        };
        return isRead && usd is >= 0 and <= Highest ? usd : null;
    }
}
