using Reelwright.Hosting.Configuration;

namespace Reelwright.Services;

/// <summary>What tells one of our microservices from the others.</summary>
public sealed record ServiceProfile
{
    /// <summary>Largest request body: a plan with twelve scenes is some 20 KiB.</summary>
    public const long MaxBodyBytes = 1 << 20;

    public required HostIdentity Host { get; init; }

    /// <summary>The stage of the pipeline it serves, as logs name it.</summary>
    public required string Stage { get; init; }

    /// <summary>The path of its one paid call.</summary>
    public required string Route { get; init; }

    /// <summary>How many calls run at once unless configured otherwise.</summary>
    public required int DefaultConcurrency { get; init; }
}
