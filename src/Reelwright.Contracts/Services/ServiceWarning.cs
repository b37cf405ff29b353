using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Services;

/// <summary>A warning in a service's answer. The result is usable, but something of the request is not in it as planned.</summary>
public sealed record ServiceWarning
{
    /// <summary>In capitals, such as <c>TEXT_CUT</c>; docs/operations.md lists those of composition.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence: what, why, and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Counted from 0; null for the whole film.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Scene { get; init; }
}
