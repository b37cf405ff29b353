namespace Reelwright.Contracts.Jobs;

/// <summary>The answer to <c>GET /health/live</c>: the answer itself proves that the process lives.</summary>
public sealed record Liveness
{
    public required string Status { get; init; }
}

/// <summary>The answer to <c>GET /health/ready</c>, 200 or 503.</summary>
public sealed record Readiness
{
    /// <summary><c>ready</c> or <c>not_ready</c>.</summary>
    public required string Status { get; init; }

    public required IReadOnlyList<ReadinessItem> Checks { get; init; }
}

/// <summary>One thing that the orchestrator needs.</summary>
public sealed record ReadinessItem
{
    public required string Name { get; init; }

    /// <summary><c>ok</c> or <c>failing</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public required string? Problem { get; init; }

    /// <summary>What to do about it; null when nothing is wrong.</summary>
    public required string? Cure { get; init; }
}
