using Reelwright.Hosting.Configuration;

namespace Reelwright.Services;

/// <summary>The properties in which our microservices differ.</summary>
public sealed record ServiceProfile
{
    /// <summary>
    /// Largest request body. A plan with twelve scenes is about 20 KiB, but a parser may answer 1 MiB, which escaping can triple.
    /// </summary>
    public const long MaxBodyBytes = 4 << 20;

    public required HostIdentity Host { get; init; }

    /// <summary>The stage of the pipeline, for logs.</summary>
    public required string Stage { get; init; }

    /// <summary>The path of its one paid call.</summary>
    public required string Route { get; init; }

    /// <summary>Default number of calls that run at the same time.</summary>
    public required int DefaultConcurrency { get; init; }
}
