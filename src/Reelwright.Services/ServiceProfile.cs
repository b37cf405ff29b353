using Reelwright.Hosting.Configuration;

namespace Reelwright.Services;

/// <summary>The properties in which our microservices differ.</summary>
public sealed record ServiceProfile
{
    /// <summary>Largest request body: a plan with twelve scenes is some 20 KiB.</summary>
    public const long MaxBodyBytes = 1 << 20;

    public required HostIdentity Host { get; init; }

    /// <summary>The stage of the pipeline, for logs.</summary>
    public required string Stage { get; init; }

    /// <summary>The path of its one paid call.</summary>
    public required string Route { get; init; }

    /// <summary>Default number of calls that run at the same time.</summary>
    public required int DefaultConcurrency { get; init; }
}
