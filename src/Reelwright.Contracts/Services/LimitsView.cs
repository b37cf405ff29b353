namespace Reelwright.Contracts.Services;

/// <summary>The answer to <c>GET /api/v1/limits</c>: how many calls each service may have in flight at once, over all nodes.</summary>
public sealed record LimitsView
{
    public required IReadOnlyList<ServiceLimit> Limits { get; init; }
}

/// <summary>One service's limit.</summary>
public sealed record ServiceLimit
{
    /// <summary><c>prompt-parser</c>, <c>image-generation</c>, <c>video-generation</c> or <c>composition</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Null when it is not limited.</summary>
    public required int? MaxInFlight { get; init; }
}

/// <summary>The body of <c>PUT /api/v1/limits/{service}</c>.</summary>
public sealed record LimitChange
{
    /// <summary>1 to 100,000; null lifts the limit.</summary>
    public required int? MaxInFlight { get; init; }
}
