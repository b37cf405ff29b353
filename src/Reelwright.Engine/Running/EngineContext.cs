using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Leases;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Signals;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>What all runners of a node share.</summary>
public sealed class EngineContext(
    IJobStore store,
    ServiceGateway gateway,
    JobPipeline pipeline,
    JobSignals signals,
    IClusterSignals cluster,
    NodeMembership membership,
    IOptions<EngineOptions> options,
    TimeProvider time,
    ILogger<EngineContext> log)
{
    internal IJobStore Store => store;

    internal ServiceGateway Gateway => gateway;

    internal JobPipeline Pipeline => pipeline;

    /// <summary>The signals of this node.</summary>
    internal JobSignals Signals => signals;

    /// <summary>The signals to all nodes.</summary>
    internal IClusterSignals Cluster => cluster;

    internal NodeMembership Membership => membership;

    internal EngineOptions Options => options.Value;

    internal TimeProvider Time => time;

    internal ILogger Log => log;

    /// <summary>0 to 1, drawn anew for each wait after a failure: a simulation replays its own.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    internal BlockedJobs BlockedJobs { get; } = new();

    /// <summary>Answers that this node awaits after the end of their jobs.</summary>
    internal AnswersOfEndedJobs Answers { get; } = new(store, gateway, cluster, time, log);

    internal Decider Decider { get; } = new(pipeline, options.Value);
}
