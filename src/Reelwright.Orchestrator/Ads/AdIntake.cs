using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Json;
using Reelwright.Engine;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Signals;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Ads;

/// <summary>
/// Creates a job from a valid request. When this returns, the job is committed and reaches a terminal state even after a crash.
/// </summary>
internal sealed partial class AdIntake(
    IJobStore store, IClusterSignals signals, IOptions<AdsOptions> options, IOptions<EngineOptions> engine, TimeProvider time, ILogger<AdIntake> logger)
{
    /// <summary>US dollars that a job of this request may cost.</summary>
    public decimal LimitOf(GenerateAdRequest request) => request.MaxCostUsd ?? options.Value.MaxCostUsd;

    public async Task<(JobId Job, CreateOutcome Outcome)> CreateAsync(
        string owner, GenerateAdRequest request, string? idempotencyKey, AdEstimate estimate, CancellationToken cancellationToken)
    {
        var job = new NewJob
        {
            Id = JobId.New(time),
            Owner = owner,
            Prompt = request.Prompt,
            Duration = request.Duration,
            AspectRatio = request.AspectRatio,
            BrandGuidelines = JsonSerializer.Serialize(request.BrandGuidelines!, WireJson.Wire.BrandGuidelines),
            Request = JsonSerializer.Serialize(request, WireJson.Wire.GenerateAdRequest),
            CostLimit = LimitOf(request),
            MaxInDoubt = request.MaxInDoubtUsd ?? engine.Value.MaxInDoubtUsd,
            Priority = request.Priority ?? AdRequestReader.DefaultPriority,
            IdempotencyKey = idempotencyKey,
            RequestHash = idempotencyKey is null ? null : RequestHash.Of(request),
            EstimatedCost = estimate.CostUsd,
            Warning = AdBudget.Warn(request, estimate, LimitOf(request)),
        };

        var outcome = await store.CreateAsync(job, cancellationToken);
        if (outcome is CreateOutcome.Created)
        {
            signals.JobReady();
            Log.Created(logger, job.Id, job.Duration, job.AspectRatio, job.Priority, job.CostLimit);
        }

        return (outcome is CreateOutcome.Replayed earlier ? earlier.Job : job.Id, outcome);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId} created: {Duration} s in {AspectRatio}, priority {Priority}, at most ${CostLimit}")]
        public static partial void Created(ILogger logger, JobId jobId, int duration, string aspectRatio, int priority, decimal costLimit);
    }
}
